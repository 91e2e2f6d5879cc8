import type { Context } from "../context.ts";
import { needsWaitingFor } from "../store/matches.ts";
import { addJob, addJobs, moveJobs } from "../store/outbox.ts";

/** Somebody else may be asked for this need: looked at right after the commit. */
export async function planForNeed(ctx: Context, needId: number): Promise<void> {
  await addJob(ctx.db, "plan-asks", needId, ctx.now());
}

/** The giver is free for the next ask: the needs that wait for them are looked at again. */
export async function planForGiver(ctx: Context, giverId: number): Promise<void> {
  await addJobs(ctx.db, "plan-asks", await needsWaitingFor(ctx.db, giverId, ctx.config.timeZone), ctx.now());
}

/** A post needs its owner, or its end, at another time than before. */
export async function tendFrom(ctx: Context, postId: number, at: Date): Promise<void> {
  if ((await moveJobs(ctx.db, "tend-post", postId, at)) === 0) await addJob(ctx.db, "tend-post", postId, at);
}
