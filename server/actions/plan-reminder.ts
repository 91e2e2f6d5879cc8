import { reminderAt } from "#server/domain/gathering.ts";
import type { Context } from "../context.ts";
import { gatheringFacts } from "../store/gatherings.ts";
import { addJob, moveJobs } from "../store/outbox.ts";

/**
 * For whoever adds, moves or restores a gathering, in the same transaction: people are reminded before it starts. May
 * be called any number of times. Who was reminded already hears again only when the new start is far enough away.
 */
export async function planReminder(ctx: Context, gatheringId: number): Promise<void> {
  const gathering = await gatheringFacts(ctx.db, gatheringId);
  const now = ctx.now();
  if (!gathering || gathering.cancelledAt || gathering.startsAt <= now) return;
  const at = reminderAt(gathering.startsAt, ctx.config.quietHours, ctx.config.timeZone);
  if ((await moveJobs(ctx.db, "remind-gathering", gatheringId, at)) > 0) return;
  if (at > now || gathering.edition === 0) await addJob(ctx.db, "remind-gathering", gatheringId, at);
}
