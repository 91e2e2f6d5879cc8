import { nextDay } from "#server/domain/quiet-hours.ts";
import { budgetOf, type DayBudget } from "#server/domain/segment-budget.ts";
import { dayOf } from "#server/domain/wall-clock.ts";
import type { Context } from "../context.ts";
import { addInboxEntry } from "../store/inbox.ts";
import { giveBack, noteAlarm, putOffUnpaid } from "../store/segment-days.ts";

/** What may be spent today. */
export function budgetToday(ctx: Context): DayBudget {
  const { timeZone, dailySegments } = ctx.config;
  return budgetOf(dayOf(ctx.now(), timeZone), dailySegments);
}

/** A text that was claimed has not left after all. */
export async function unspend(
  ctx: Context,
  text: { readonly id: number; readonly claimedAt: Date | null },
): Promise<void> {
  if (text.claimedAt) await giveBack(ctx.db, text.id, dayOf(text.claimedAt, ctx.config.timeZone));
}

/** Tells organizers, once a day each, that the budget nears its end and that it is spent. */
export async function watchBudget(ctx: Context, budget: DayBudget, spent: number | null): Promise<void> {
  if (spent === null || budget.most === null || spent < budget.warnedFrom) return;
  await raiseAlarm(ctx, budget.day, spent < budget.most.announcing ? "budget" : "spent");
}

/** Lets wait until tomorrow what today's budget has nothing left for. */
export async function waitForTomorrow(ctx: Context, budget: DayBudget): Promise<void> {
  const now = ctx.now();
  const until = nextDay(now, ctx.config.timeZone);
  if ((await putOffUnpaid(ctx.db, budget, { now, until })) > 0) await raiseAlarm(ctx, budget.day, "spent");
}

/** In one transaction with the note that it was raised. */
export async function raiseAlarm(ctx: Context, day: string, reason: "budget" | "spent"): Promise<void> {
  const raised = await ctx.inTransaction(async (ctx) => {
    if (!(await noteAlarm(ctx.db, day, reason, ctx.now()))) return false;
    const entry = { personId: null, textId: null, reason, urgent: reason === "spent", createdAt: ctx.now() };
    await addInboxEntry(ctx.db, entry);
    return true;
  });
  if (raised) ctx.log.warn({ day, reason }, "The day's budget of segments (DAILY_SEGMENTS) nears its end.");
}
