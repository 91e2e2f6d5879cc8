import { isServed, readPhone } from "#server/domain/phone.ts";
import { afterAwake, quietUntil } from "#server/domain/quiet-hours.ts";
import { busyWaitMs, HELD_AT_NIGHT, LOOK_UP_AFTER_MS, statesBefore } from "#server/domain/text-state.ts";
import type { SendResult } from "#sms/carrier.ts";
import type { Context } from "../context.ts";
import { startAskClock } from "../store/asks.ts";
import { moveText, putOff, takeBackCarrierId } from "../store/outbound-texts.ts";
import { openDay } from "../store/segment-days.ts";
import { type Claimed, claimText } from "../store/senders.ts";
import { haltSending } from "./halt-sending.ts";
import { ASK_MS } from "./plan-asks.ts";
import { refuseText } from "./refuse-text.ts";
import { requeueText } from "./requeue-text.ts";
import { budgetToday, unspend, waitForTomorrow, watchBudget } from "./spend.ts";

/** Texts take unequally long on their way: this much slower, no ten seconds see more than the rate arrive. */
const MARGIN = 1.008;
/** No text has more: this near its end the budget may be too small for the next one. */
const MOST_SEGMENTS = 30;

/**
 * Takes the next text that the pace allows and hands it over in three steps, none of which shares a transaction
 * with the network: the intent is committed (sending), the carrier is called, the outcome is recorded. A crash
 * between them leaves a text in doubt, which is looked up at the carrier, never sent blindly again.
 * Null: nothing to take at this moment. Otherwise the hand-over under way.
 */
export async function sendNext(ctx: Context): Promise<{ readonly done: Promise<void> } | null> {
  const { smsPerSecond, quietHours, timeZone } = ctx.config;
  const segmentMs = (1000 / smsPerSecond) * MARGIN;
  // What was queued by day may still wait for the pace, or for a menu, when the night begins.
  const morning = quietUntil(quietHours, ctx.now(), timeZone);
  if (morning) await putOff(ctx.db, HELD_AT_NIGHT, morning, ctx.now());
  const budget = budgetToday(ctx);
  const spent = budget.most && (await openDay(ctx.db, budget.day));
  const claimed = await claimText(ctx.db, ctx.carrier.sender, { segmentMs, budget }, ctx.now());
  if (!claimed) {
    if (budget.most && (spent ?? 0) > budget.most.announcing - MOST_SEGMENTS)
      await waitForTomorrow(ctx, budget);
    return null;
  }
  await watchBudget(ctx, budget, claimed.spent);
  if (claimed.verdict !== "send" || !claimed.phone) {
    ctx.metrics.textsOut.inc({ outcome: claimed.verdict });
    return { done: Promise.resolve() };
  }
  return { done: handOver(ctx, claimed, claimed.phone) };
}

async function handOver(ctx: Context, claimed: Claimed, sealed: Uint8Array): Promise<void> {
  const phone = readPhone(ctx.vault.open("phone", sealed), ctx.config.defaultRegion);
  if (!phone || !isServed(phone, ctx.config.countries)) return dropUnserved(ctx, claimed);
  const result = await ctx.carrier.send({
    textId: claimed.id,
    to: phone,
    body: ctx.vault.open("text", claimed.body),
    validForSeconds: claimed.notAfter ? secondsUntil(claimed.notAfter, ctx.now()) : null,
  });
  ctx.metrics.textsOut.inc({ outcome: result.kind });
  await recordOutcome(ctx, claimed, result);
}

/** Its country was taken off the list since it texted us. */
async function dropUnserved(ctx: Context, { id, sends, claimedAt }: Claimed): Promise<void> {
  const dropped = {
    to: "dropped",
    from: ["sending"],
    reason: "country",
    dueAt: null,
    now: ctx.now(),
  } as const;
  if (await moveText(ctx.db, { id, sends }, dropped)) await unspend(ctx, { id, claimedAt });
  ctx.metrics.textsOut.inc({ outcome: "country" });
}

function secondsUntil(at: Date, now: Date): number {
  return Math.min(36_000, Math.max(1, Math.floor((at.getTime() - now.getTime()) / 1000)));
}

/** Writes down what the carrier said; the next step of a text follows from this alone. */
async function recordOutcome(
  ctx: Context,
  { id, sends, claimedAt }: Claimed,
  result: SendResult,
): Promise<void> {
  const handOver = { id, sends };
  const returned = { ...handOver, from: ["sending"], lookedUp: false } as const;
  const now = ctx.now();
  const after = (ms: number) => new Date(now.getTime() + ms);
  switch (result.kind) {
    case "accepted":
      return proveAccepted(ctx, id, result.carrierId);
    case "busy":
      return requeueText(ctx, {
        ...returned,
        dueAt: after(Math.max(result.retryAfterMs ?? 0, busyWaitMs(sends, Math.random()))),
      });
    case "refused":
      if (await refuseText(ctx, handOver, result)) await unspend(ctx, { id, claimedAt });
      return;
    case "halted":
      // First, so that nobody takes this text again to no avail.
      await haltSending(ctx, result.code);
      return requeueText(ctx, { ...returned, dueAt: now });
    case "unknown": {
      const doubt = { to: "unknown", from: ["sending"], reason: result.code } as const;
      await moveText(ctx.db, handOver, { ...doubt, dueAt: after(LOOK_UP_AFTER_MS), now });
      return;
    }
    default:
      return result satisfies never;
  }
}

/** The carrier itself said which of our texts this is. */
export async function proveAccepted(ctx: Context, id: number, carrierId: string): Promise<void> {
  await takeBackCarrierId(ctx.db, carrierId, id, ctx.now());
  return recordAccepted(ctx, id, carrierId);
}

/** The carrier has it; the clock of an ask starts here. */
export async function recordAccepted(ctx: Context, id: number, carrierId: string): Promise<void> {
  const now = ctx.now();
  const moved = await moveText(
    ctx.db,
    { id },
    { to: "accepted", from: statesBefore("accepted"), carrierId, reason: null, dueAt: null, now },
  );
  if (moved?.kind !== "ask" || moved.askId === null) return;
  const { quietHours, timeZone } = ctx.config;
  await startAskClock(ctx.db, moved.askId, afterAwake(quietHours, now, ASK_MS, timeZone));
}
