import type { Context } from "../context.ts";
import { planReminder } from "./plan-reminder.ts";
import { type GatheringChange, tellOfChange } from "./tell-of-change.ts";
import { tellOfItems } from "./unsettle-item.ts";

/** What was changed is told to those who know of it, and the reminder follows. In the transaction that changes it. */
export async function announceChange(
  ctx: Context,
  gatheringId: number,
  change: GatheringChange,
): Promise<void> {
  await tellOfChange(ctx, gatheringId, change);
  if (change.kind === "cancelled") await tellOfItems(ctx, gatheringId);
  await planReminder(ctx, gatheringId);
}

/** New gatherings: people are reminded of each before it starts. */
export async function announcePlanned(ctx: Context, ids: readonly number[]): Promise<void> {
  for (const id of ids) await planReminder(ctx, id);
}
