import { afterAwake, nextDay, quietUntil, startOfDay } from "#server/domain/quiet-hours.ts";
import type { Context } from "../context.ts";
import { addAsk, type Candidate, openAskCount, whoCanBeAsked } from "../store/asks.ts";
import { isOut } from "../store/consents.ts";
import { unaskedGivers } from "../store/matches.ts";
import { addJob } from "../store/outbox.ts";
import { lockPost, type PostRow } from "../store/posts.ts";
import { sendText } from "./send-text.ts";
import { ASKS_A_DAY } from "./speech.ts";

const OPEN_ASKS_A_NEED = 3;
/** Waking time a giver has to answer before the next one is asked. */
export const ASK_MS = 30 * 60_000;

/**
 * Asks the best givers for a need, three open asks at the most. In quiet hours nobody: then it says when to plan
 * anew, as it does when everybody who fits had enough asks for the day.
 */
export async function planAsks(ctx: Context, needId: number): Promise<Date | null> {
  const need = await lockPost(ctx.db, needId);
  const now = ctx.now();
  if (need?.state !== "open" || need.hidden || need.expiresAt <= now || (await isOut(ctx.db, need.personId)))
    return null;
  const { quietHours, timeZone } = ctx.config;
  const quiet = quietUntil(quietHours, now, timeZone);
  if (quiet) return quiet;
  const room = OPEN_ASKS_A_NEED - (await openAskCount(ctx.db, needId));
  if (room <= 0) return null;
  const limits = { most: room, aDay: ASKS_A_DAY, dayStart: startOfDay(now, timeZone) };
  const best = await whoCanBeAsked(ctx.db, needId, limits, now);
  let asked = 0;
  // Two needs that ask on the same phones take them in the same order, or they wait for each other.
  for (const candidate of best.toSorted((a, b) => a.phoneId - b.phoneId)) {
    if (await ask(ctx, need, candidate)) asked++;
  }
  if (asked >= room || (await unaskedGivers(ctx.db, needId)) === 0) return null;
  const tomorrow = nextDay(now, timeZone);
  return quietUntil(quietHours, tomorrow, timeZone) ?? tomorrow;
}

/** Asks at once, and again when the night or the day's limit of a giver is over. */
export async function askNow(ctx: Context, needId: number): Promise<void> {
  const again = await planAsks(ctx, needId);
  if (again) await addJob(ctx.db, "plan-asks", needId, again);
}

async function ask(ctx: Context, need: PostRow, candidate: Candidate): Promise<boolean> {
  const { quietHours, timeZone } = ctx.config;
  const now = ctx.now();
  const dueAt = afterAwake(quietHours, now, ASK_MS, timeZone);
  const askId = await addAsk(ctx.db, {
    needId: need.id,
    giftId: candidate.giftId,
    giverId: candidate.giverId,
    phoneId: candidate.phoneId,
    now,
    dueAt,
  });
  if (askId === null) return false;
  await sendText(ctx, {
    to: candidate.giverId,
    kind: "ask",
    saying: {
      key: "ask",
      need: need.number,
      gift: candidate.gift,
      post: { ...need, quantity: need.remaining },
    },
    question: { kind: "ask", ask: askId },
    askId,
    notAfter: need.expiresAt,
  });
  return true;
}
