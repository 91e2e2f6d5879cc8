import { Redis } from "ioredis";
import { describe, expect, test } from "vitest";
import { until } from "#test/support/until.ts";
import type { World } from "#test/support/world.ts";
import { ANA, BEN, count, QUEUES, worldWith } from "./scene.ts";

/** Longer than what was handed to a queue may stay undone before it is handed out again. */
const A_LEASE = 0.6;

/** Everything that the queue's own store held is gone. */
async function emptyQueue(world: World): Promise<void> {
  const url = world.env["REDIS_URL"];
  if (url) {
    const redis = new Redis(url);
    await redis.flushdb();
    redis.disconnect();
    return;
  }
  await world.database.query("TRUNCATE bullmq.job CASCADE");
}

describe.each(QUEUES)("jobs on %s", (queue) => {
  test("a queue that lost everything is filled again from the tables, and all of it happens once", async () => {
    const world = await worldWith({ queue, env: { ROLE: "web" } });
    await world.text(ANA, "NEED 2 tarps");
    await world.text(BEN, "GIFT 2 tarps");
    await until("the queue has them", async () => {
      world.booted.poke();
      return (await count(world, "outbox WHERE name = 'match' AND wakes > 0")) === 2;
    });
    // Once it has stopped, nothing of them is still on its way to the queue.
    await world.stop();
    await emptyQueue(world);
    await world.join({ ROLE: "all", PORT: world.env["PORT"] ?? "" });
    await until(
      "what the worker itself set up is done",
      async () => (await count(world, "outbox WHERE name = 'send'")) === 0,
    );
    expect(world.sentTo(BEN)).toEqual([]);
    await world.advance(A_LEASE);
    expect(world.sentTo(BEN)).toHaveLength(1);
    await world.text(BEN, "1");
    await emptyQueue(world);
    await world.advance(A_LEASE);
    await world.advance(A_LEASE);
    expect(world.sentTo(ANA)).toHaveLength(1);
    expect(await count(world, "introductions")).toBe(1);
  });

  test("a job that the queue delivers again and again happens once", async () => {
    const world = await worldWith({ queue, env: { ROLE: "web" } });
    await world.text(ANA, "NEED 2 tarps");
    await world.text(BEN, "GIFT 2 tarps");
    const { rows } = await world.database.query("SELECT id FROM outbox WHERE name = 'match' ORDER BY id");
    const ids = rows.map(({ id }) => id);
    const jobs = Array.from({ length: 12 }, () => ({ name: "match" as const, data: { ids } }));
    await world.booted.queues.add("match", jobs);
    await world.booted.queues.add(
      "send",
      Array.from({ length: 6 }, () => ({ name: "send" as const, data: { ids: [1] } })),
    );
    await world.join({ ROLE: "worker" });
    await world.join({ ROLE: "worker" });
    await world.settled();
    await until("all deliveries are worked", async () => world.sentTo(BEN).length > 0);
    await world.advance(A_LEASE);
    expect(world.sentTo(BEN)).toHaveLength(1);
    expect(await count(world, "asks")).toBe(1);
    expect(await count(world, "outbound_texts")).toBe(1);
  });
});

test.each(QUEUES)(
  "a fault in a handler is tried again, and keeps nobody else's job; jobs on %s",
  async (queue) => {
    const world = await worldWith({ queue });
    await world.database.query("ALTER TABLE matches RENAME TO broken");
    await world.text(ANA, "NEED 2 tarps");
    await world.text(BEN, "GIFT 2 tarps");
    await until("it was tried", () => world.logged.some((line) => line.includes("job failed")));
    await world.database.query("ALTER TABLE broken RENAME TO matches");
    await world.advance(A_LEASE);
    expect(world.sentTo(BEN)).toHaveLength(1);
    expect(world.logged.join("")).not.toContain("tarps");
  },
);
