import type { Context } from "../context.ts";
import { addJob, addStandingJob, settleJobs, takeJob } from "../store/outbox.ts";
import { takeUpUnpaid } from "../store/segment-days.ts";
import { openSender } from "../store/senders.ts";
import { isJobName, type QueueName } from "./definitions.ts";
import { type Drains, drainSends } from "./drain-sends.ts";
import { HANDLERS, isOutsideJob, OUTSIDE } from "./handlers.ts";
import type { Queues } from "./queues.ts";

const CONCURRENCY: Record<QueueName, number> = { match: 2, tend: 2, fetch: 1, send: 1 };

/** Works all queues. `stop` finishes the jobs and the hand-overs in hand, and takes no new ones. */
export async function startWorker(ctx: Context, queues: Queues): Promise<{ stop(): Promise<void> }> {
  await prepare(ctx);
  const stopping = new AbortController();
  const drains: Drains = { underWay: new Set(), stopping: stopping.signal };
  const workers = (["match", "tend"] as const).map((queue) =>
    queues.work(queue, CONCURRENCY[queue], (name, { ids }) => workEach(ctx, name, ids)),
  );
  workers.push(
    queues.work("send", CONCURRENCY.send, async (_, { ids }) =>
      settle(ctx, "send", ids, await drainSends(ctx, drains)),
    ),
    queues.work("fetch", CONCURRENCY.fetch, async (name, { ids }) => {
      if (isOutsideJob(name)) await settle(ctx, name, ids, await OUTSIDE[name](ctx));
    }),
  );
  return {
    async stop() {
      stopping.abort();
      await Promise.all(workers.map((worker) => worker.close()));
      await Promise.all(drains.underWay);
    },
  };
}

/** A worker that starts may hope that what halted the sender was mended and the budget raised, and looks for what others left. */
async function prepare(ctx: Context): Promise<void> {
  const now = ctx.now();
  await ctx.matcher.warm(ctx.db);
  await openSender(ctx.db, ctx.carrier.sender);
  await takeUpUnpaid(ctx.db, now);
  await addJob(ctx.db, "send", 0, now);
  await addStandingJob(ctx.db, "forget-texts", now);
  if (ctx.config.twilio) await addStandingJob(ctx.db, "erase-texts", now);
  if (ctx.config.twilio?.pollSeconds) await addStandingJob(ctx.db, "fetch-texts", now);
}

async function settle(ctx: Context, name: string, ids: readonly number[], again: Date | null): Promise<void> {
  await settleJobs(ctx.db, { name, subjectId: 0, ids }, again, ctx.now());
  ctx.metrics.jobs.inc({ name, outcome: "done" }, ids.length);
}

/** One row after the other; a fault in one does not keep the others, and is thrown in the end so that the queue tries again. */
async function workEach(ctx: Context, name: string, ids: readonly number[]): Promise<void> {
  const faults: unknown[] = [];
  if (name === "match") await ctx.matcher.warm(ctx.db);
  for (const id of ids) {
    await workOne(ctx, id).catch((fault: unknown) => faults.push(fault));
  }
  ctx.metrics.jobs.inc({ name, outcome: "done" }, ids.length - faults.length);
  ctx.metrics.jobs.inc({ name, outcome: "failed" }, faults.length);
  if (faults.length > 0) throw new AggregateError(faults, "Some jobs failed.", { cause: faults[0] });
}

/** The effect and the end of its row commit together: however often a job is delivered, it happens once. */
async function workOne(ctx: Context, id: number): Promise<void> {
  await ctx.inTransaction(async (ctx) => {
    const job = await takeJob(ctx.db, id);
    if (!job || !isJobName(job.name) || job.name === "send" || isOutsideJob(job.name)) return;
    const again = await HANDLERS[job.name](ctx, job.subjectId);
    await settleJobs(ctx.db, { name: job.name, subjectId: job.subjectId, ids: [id] }, again, ctx.now());
  });
}
