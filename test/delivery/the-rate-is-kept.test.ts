import { describe, expect, test } from "vitest";
import { until } from "#test/support/until.ts";
import type { World } from "#test/support/world.ts";
import { ANA, BEN, introduce, QUEUES, queueTexts, textTo, worldWith } from "./scene.ts";

const RATE = 40;
const SECONDS = 3;

/** When each text reached the carrier, in seconds, in order. */
function arrivals(world: World, to: string): number[] {
  const times = world.standIn.accepted.filter((text) => text.to === to).map(({ at }) => at.getTime() / 1000);
  return times.sort((one, other) => one - other);
}

/** The most that came within any one second; `times` are in order. */
function mostInASecond(times: readonly number[]): number {
  return Math.max(...times.map((from, first) => times.slice(first).filter((time) => time < from + 1).length));
}

describe.each(QUEUES)("jobs on %s", (queue) => {
  test("two workers together send at the one rate of the sender, and use it", async () => {
    const world = await worldWith({ queue, frozen: false, env: { SMS_PER_SECOND: String(RATE) } });
    await world.join({ ROLE: "worker" });
    // The first text of a process loads the carrier's package on its way.
    await textTo(world, BEN, "hello");
    await world.text(ANA, "MENU");
    const count = RATE * SECONDS;
    await queueTexts(
      world,
      ANA,
      Array.from({ length: count }, (_, i) => `no. ${i}`),
      "broadcast",
    );
    await until("all are sent", () => world.sentTo(ANA).length === count);
    const times = arrivals(world, ANA);
    const took = (times.at(-1) ?? 0) - (times[0] ?? 0);
    expect((count - 1) / took).toBeGreaterThan(RATE * 0.7);
    // One more may fall into a window whose first text was a moment longer on its way.
    expect(mostInASecond(times)).toBeLessThanOrEqual(RATE + 2);
    expect(new Set(world.sentTo(ANA)).size).toBe(count);
  });

  test("who waits for an answer overtakes a broadcast, from its middle", async () => {
    const world = await worldWith({ queue, frozen: false, env: { SMS_PER_SECOND: "50" } });
    const line = await introduce(world, ANA, BEN);
    const bodies = Array.from({ length: 200 }, (_, i) => `no. ${i}`);
    await queueTexts(world, ANA, bodies, "broadcast");
    await until("a part is sent", () => world.sentTo(ANA).length > 40);
    const before = world.standIn.accepted.length;
    expect(await world.text(ANA, `${line} by the gate`)).toBe("Willow Camp: passed on.");
    await until("the words are sent", () => world.sentTo(BEN).includes(`${line}: by the gate`));
    const place = world.standIn.accepted.findIndex(({ body }) => body === `${line}: by the gate`);
    // Those that were already under way while the words came in.
    expect(place - before).toBeLessThan(10);
    expect(world.sentTo(ANA).length).toBeLessThan(150);
  });
});

test.each(["3", "0.7", "30", "333.3", "10000"])("%s segments a second is a rate", async (rate) => {
  const world = await worldWith({ env: { SMS_PER_SECOND: rate } });
  await textTo(world, ANA, "hello");
  expect(world.sentTo(ANA)).toEqual(["hello"]);
});

test("a text of two segments takes the time of two", async () => {
  const world = await worldWith({ frozen: false, env: { SMS_PER_SECOND: String(RATE) } });
  await world.text(ANA, "MENU");
  const long = Array.from({ length: RATE }, (_, i) => `${i} ${"tarps ".repeat(40)}`);
  await queueTexts(world, ANA, long);
  await until("all are sent", () => world.sentTo(ANA).length === RATE);
  const times = arrivals(world, ANA);
  const segmentsPerSecond = (2 * (RATE - 1)) / ((times.at(-1) ?? 0) - (times[0] ?? 0));
  expect(segmentsPerSecond).toBeGreaterThan(RATE * 0.7);
  expect(segmentsPerSecond).toBeLessThan(RATE * 1.02);
});

test("a slow carrier does not slow the rate down: texts wait for their answers side by side", async () => {
  const env = { SMS_PER_SECOND: String(RATE) };
  const world = await worldWith({ frozen: false, env, standIn: { latencyMs: 500 } });
  await world.text(ANA, "MENU");
  const count = RATE * 2;
  await queueTexts(
    world,
    ANA,
    Array.from({ length: count }, (_, i) => `no. ${i}`),
  );
  await until("all are sent", () => world.sentTo(ANA).length === count);
  const times = arrivals(world, ANA);
  expect((count - 1) / ((times.at(-1) ?? 0) - (times[0] ?? 0))).toBeGreaterThan(RATE * 0.7);
});
