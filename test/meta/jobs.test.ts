import { afterAll, beforeAll, expect, test } from "vitest";
import { JOBS, QUEUES } from "#server/jobs/definitions.ts";
import { HANDLERS } from "#server/jobs/handlers.ts";
import type { Queues } from "#server/jobs/queues.ts";
import { startWorker } from "#server/jobs/worker.ts";
import { startWorld, type World } from "#test/support/world.ts";
import { filesLike, foundIn, inOrder, textOf } from "./repository.ts";

/** Queues whose only job talks to the carrier: the worker works them itself, outside any transaction. */
const OWN_WORKER: ReadonlySet<string> = new Set(["send", "fetch"]);

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.close());

test("every job has a handler, or a queue with a worker of its own", () => {
  const left = Object.entries(JOBS).filter(([, { queue }]) => !OWN_WORKER.has(queue));
  expect(inOrder(left.map(([name]) => name))).toEqual(inOrder(Object.keys(HANDLERS)));
});

test("every queue has a job", () => {
  expect(new Set(Object.values(JOBS).map(({ queue }) => queue))).toEqual(new Set(QUEUES));
});

test("every queue is worked, once", async () => {
  const worked: string[] = [];
  const queues: Queues = {
    ...world.booted.queues,
    work(queue) {
      worked.push(queue);
      return { close: async () => undefined };
    },
  };
  const worker = await startWorker(world.booted.ctx, queues);
  await worker.stop();
  expect(inOrder(worked)).toEqual(inOrder(QUEUES));
});

test("every job that is written into the outbox is known", () => {
  const sources = filesLike("server/**/*.ts").map(textOf);
  const calls = /\b(?:addJobs?|addStandingJob|moveJobs)\(\s*[\w.]+,\s*"([^"]+)"/g;
  const called = sources.flatMap((source) => foundIn(source, calls));
  const inserts = sources.flatMap((source) => foundIn(source, /INSERT INTO outbox\b([^`]*)`/g));
  const inserted = inserts.flatMap((statement) => foundIn(statement, /(?<!= )'([a-z]+(?:-[a-z]+)*)'/g));
  expect(new Set([...called, ...inserted])).toEqual(new Set(Object.keys(JOBS)));
});
