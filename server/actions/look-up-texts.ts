import { afterLookUp, LOOK_UP_AFTER_MS } from "#server/domain/text-state.ts";
import type { ListedText } from "#sms/carrier.ts";
import type { Context } from "../context.ts";
import { type DoubtfulText, knownCarrierIds, moveText, takeTextsInDoubt } from "../store/outbound-texts.ts";
import { requeueText } from "./requeue-text.ts";
import { recordAccepted } from "./send-next.ts";

/**
 * Clocks of carrier and node may differ by this much: a small machine without a battery starts with any time, and a
 * zone is easily mistaken. What it took before for the same words is known by its id.
 */
const SKEW_MS = 24 * 3_600_000;

/**
 * Decides what became of texts that were handed over without an answer: the carrier's own list is asked, by
 * receiver, words and time. Found: accepted. Not found again and again: it never arrived, and goes once more.
 */
export async function lookUpTexts(ctx: Context): Promise<void> {
  const now = ctx.now();
  const again = new Date(now.getTime() + LOOK_UP_AFTER_MS);
  for (const text of await takeTextsInDoubt(ctx.db, now, again)) {
    await lookUp(ctx, text).catch((err: unknown) =>
      ctx.log.error({ err, textId: text.id }, "A text in doubt could not be looked up."),
    );
  }
}

async function lookUp(ctx: Context, text: DoubtfulText): Promise<void> {
  const listed = await findAtCarrier(ctx, text);
  if (listed) return recordAccepted(ctx, text.id, listed.carrierId);
  const now = ctx.now();
  const key = { id: text.id, sends: text.sends };
  const found = { from: ["sending", "unknown"], lookedUp: true, now } as const;
  const verdict = afterLookUp(text.lookUps + 1);
  switch (verdict.kind) {
    case "look-again":
      await moveText(ctx.db, key, {
        ...found,
        to: "unknown",
        dueAt: new Date(now.getTime() + verdict.afterMs),
      });
      return;
    case "send-again":
      return requeueText(ctx, { ...key, from: found.from, lookedUp: true, dueAt: now });
    case "give-up":
      await moveText(ctx.db, key, { ...found, to: "failed", reason: "lost", dueAt: null });
      ctx.log.error({ textId: text.id }, "A text was handed over several times and never taken.");
      return;
    default:
      return verdict satisfies never;
  }
}

/** The listed text that must be ours: same receiver and words, after we sent it, and no other text's. */
async function findAtCarrier(ctx: Context, text: DoubtfulText): Promise<ListedText | null> {
  if (!text.phone || !text.body) return null;
  const to = ctx.vault.open("phone", text.phone);
  const body = ctx.vault.open("text", text.body);
  const since = new Date(text.claimedAt.getTime() - SKEW_MS);
  const listed = await ctx.carrier.listTo(to, since);
  const same = listed.filter(
    (each) => each.direction === "out" && each.to === to && each.body === body && each.at >= since,
  );
  const known = await knownCarrierIds(
    ctx.db,
    same.map((each) => each.carrierId),
  );
  return same.find((each) => !known.has(each.carrierId)) ?? null;
}
