import { expect, test } from "vitest";
import { until } from "#test/support/until.ts";
import { ANA, BEN, fates, introduce, queueTexts, textTo, worldWith } from "./scene.ts";

const HOUR = 60;
/** A look-up comes due within this time, in minutes. */
const A_LOOK_UP = 0.5;
/** The camp's clock in these tests starts at 17:00. */
const CARRIER_CLOCKS = {
  "2 hours ahead of": "2026-11-23T15:00:00Z",
  "2 hours behind": "2026-11-23T19:00:00Z",
};

test.each(Object.entries(CARRIER_CLOCKS))(
  "our clock is %s the carrier's: what it took without telling us is found, and not sent again",
  async (_, carriersTime) => {
    const standIn = { now: () => new Date(carriersTime) };
    const world = await worldWith({ carrierTimeoutMs: 400, standIn });
    let first = true;
    world.standIn.behave(() => {
      if (!first) return "accept";
      first = false;
      return "accept-then-drop";
    });
    await textTo(world, ANA, "the gate is open");
    for (let i = 0; i < 6; i++) await world.advance(A_LOOK_UP);
    expect(world.sentTo(ANA)).toEqual(["the gate is open"]);
    expect(await fates(world)).toEqual(["accepted"]);
  },
);

test("a clock that ran an hour ahead is set right: what was due then happens at once, and once", async () => {
  const world = await worldWith({ env: { ROLE: "web" } });
  world.tick(HOUR);
  await world.text(ANA, "NEED 2 tarps");
  await world.text(BEN, "GIFT 2 tarps");
  await until("the queue was told", async () => {
    const { rows } = await world.database.query("SELECT FROM outbox WHERE name = 'match' AND wakes > 0");
    return rows.length === 2;
  });
  world.tick(-HOUR);
  await world.join({ ROLE: "worker" });
  await until("the giver is asked", () => world.sentTo(BEN).length > 0);
  await world.text(BEN, "1");
  await until("the needer is told", () => world.sentTo(ANA).length > 0);
  await world.advance(2 * HOUR);
  expect(world.sentTo(BEN)).toHaveLength(1);
  expect(world.sentTo(ANA)).toHaveLength(1);
});

test("it was set right while nothing ran: the next start finds what was left", async () => {
  const world = await worldWith({ env: { ROLE: "web" } });
  world.tick(HOUR);
  await world.text(ANA, "MENU");
  await queueTexts(world, ANA, ["the gate is open"]);
  await world.stop();
  world.tick(-HOUR);
  await world.join({ ROLE: "worker" });
  await until("it has gone", () => world.sentTo(ANA).length > 0);
  await world.advance(2 * HOUR);
  expect(world.sentTo(ANA)).toEqual(["the gate is open"]);
});

test("a text in doubt when the clock is set back is looked up after the usual time", async () => {
  const world = await worldWith({ carrierTimeoutMs: 400 });
  world.tick(HOUR);
  world.standIn.behave(() => "accept-then-drop");
  await textTo(world, ANA, "the gate is open");
  world.standIn.behave(() => "accept");
  world.tick(-HOUR);
  await until("it is noticed", () => world.logged.some((line) => line.includes("set back")));
  await world.advance(A_LOOK_UP);
  expect(await fates(world)).toEqual(["accepted"]);
  expect(world.sentTo(ANA)).toHaveLength(1);
});

test("a text that the carrier was too busy for when the clock is set back is tried again as soon as it would have been", async () => {
  const world = await worldWith();
  world.tick(HOUR);
  world.standIn.behave(() => ({ status: 429, code: 20429 }));
  await textTo(world, ANA, "the gate is open");
  expect(await fates(world)).toEqual(["queued"]);
  world.standIn.behave(() => "accept");
  world.tick(-HOUR);
  await until("it is noticed", () => world.logged.some((line) => line.includes("set back")));
  await world.advance(A_LOOK_UP);
  expect(await fates(world)).toEqual(["accepted"]);
  expect(world.sentTo(ANA)).toEqual(["the gate is open"]);
});

test("the database's clock was set back: texts leave, at the usual pace", async () => {
  const world = await worldWith();
  const line = await introduce(world, ANA, BEN);
  await world.database.query("UPDATE senders SET next_at = now() + interval '1 hour'");
  await world.text(ANA, `${line} see you at 5`);
  await until("it has come", () => world.sentTo(BEN).includes(`${line}: see you at 5`));
  const { rows } = await world.database.query(
    "SELECT FROM senders WHERE next_at > now() + interval '1 minute'",
  );
  expect(rows).toEqual([]);
});
