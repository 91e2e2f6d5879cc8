import type { Context } from "../context.ts";
import { dropTexts, lockBroadcast, tallyOf } from "../store/broadcasts.ts";
import { sendText } from "./send-text.ts";

/**
 * Job: its "not after" has come. What has not left, because it waited for the pace, for somebody's "go on" or for the
 * carrier, goes no more, and its writer hears how many. Returns when to look again.
 */
export async function endBroadcast(ctx: Context, id: number): Promise<Date | null> {
  const broadcast = await lockBroadcast(ctx.db, id);
  if (!broadcast?.notAfter || broadcast.state === "stopped") return null;
  if (ctx.now() < broadcast.notAfter) return broadcast.notAfter;
  await dropTexts(ctx.db, id, ctx.now(), "late");
  const tally = await tallyOf(ctx.db, id);
  const people = tally.reduce((sum, { count }) => sum + count, 0);
  // Some were dropped as they were taken, a moment before this job.
  const left = tally.filter(({ state, reason }) => state === "dropped" && reason === "late");
  const unsent = left.reduce((sum, { count }) => sum + count, 0);
  if (unsent === 0) return null;
  await sendText(ctx, {
    to: broadcast.createdById,
    kind: "notice",
    saying: { key: "castEnded", at: broadcast.notAfter, unsent, people },
  });
  return null;
}
