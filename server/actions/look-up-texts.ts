import { afterLookUp } from "#server/domain/text-state.ts";
import type { ListedText } from "#sms/carrier.ts";
import type { Context } from "../context.ts";
import { type DoubtfulText, knownCarrierIds, moveText, textsInDoubt } from "../store/outbound-texts.ts";
import { recordAccepted } from "./send-next.ts";

/** Clocks of carrier and node may differ by this much. */
const SKEW_MS = 60_000;

/**
 * Decides what became of texts that were handed over without an answer: the carrier's own list is asked, by
 * receiver, words and time. Found: accepted. Not found again and again: it never arrived, and goes once more.
 */
export async function lookUpTexts(ctx: Context): Promise<void> {
  for (const text of await textsInDoubt(ctx.db, ctx.now())) await lookUp(ctx, text);
}

async function lookUp(ctx: Context, text: DoubtfulText): Promise<void> {
  const listed = await findAtCarrier(ctx, text);
  if (listed) return recordAccepted(ctx, text.id, listed.carrierId);
  const now = ctx.now();
  const verdict = afterLookUp(text.lookUps + 1, text.sends);
  const from = ["sending", "unknown"] as const;
  switch (verdict.kind) {
    case "look-again":
      await moveText(
        ctx.db,
        { id: text.id },
        { to: "unknown", from, dueAt: new Date(now.getTime() + verdict.afterMs), lookedUp: true, now },
      );
      return;
    case "send-again":
      await moveText(ctx.db, { id: text.id }, { to: "queued", from, dueAt: now, now });
      return;
    case "give-up":
      await moveText(ctx.db, { id: text.id }, { to: "failed", from, reason: "lost", dueAt: null, now });
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
