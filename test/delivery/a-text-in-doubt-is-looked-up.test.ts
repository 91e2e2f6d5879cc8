import { expect, test } from "vitest";
import type { Fate } from "#test/support/stand-in-exchange.ts";
import type { World } from "#test/support/world.ts";
import { ANA, BEN, fates, queueTexts, report, textTo, worldWith } from "./scene.ts";

/** A look-up comes due within this time, in minutes of the frozen clock. */
const A_LOOK_UP = 0.5;

/** Gives the next texts these fates, one after the other, and accepts all after them. */
function fate(world: World, ...next: Fate[]): void {
  world.standIn.behave(() => next.shift() ?? "accept");
}

const doubtful = () => worldWith({ carrierTimeoutMs: 400 });

test.each(["accept-then-drop", "accept-then-500", "accept-then-hang"] as const)(
  "%s: the carrier's list shows it was taken, and it is not sent again",
  async (how) => {
    const world = await doubtful();
    fate(world, how);
    await textTo(world, ANA, "the gate is open");
    expect(await fates(world)).toMatchObject([expect.stringMatching(/^unknown /)]);
    await world.advance(A_LOOK_UP);
    expect(await fates(world)).toEqual(["accepted"]);
    await world.advance(60);
    expect(world.sentTo(ANA)).toEqual(["the gate is open"]);
    expect(await report(world, { sid: world.standIn.accepted[0]?.sid ?? "", status: "delivered" })).toBe(204);
    expect(await fates(world)).toEqual(["delivered"]);
  },
);

test.each(["hang", { status: 500, code: 20500 }, { status: 503, code: 20503 }] as const)(
  "%j, never accepted: sent once more, after the list has not shown it several times",
  async (how) => {
    const world = await doubtful();
    fate(world, how);
    await textTo(world, ANA, "the gate is open");
    await world.advance(A_LOOK_UP);
    await world.advance(A_LOOK_UP);
    expect(world.sentTo(ANA)).toEqual([]);
    await world.advance(A_LOOK_UP);
    await world.advance(A_LOOK_UP);
    expect(world.sentTo(ANA)).toEqual(["the gate is open"]);
    await world.advance(60);
    expect(world.sentTo(ANA)).toEqual(["the gate is open"]);
    expect(await fates(world)).toEqual(["accepted"]);
  },
);

test("a report with our own id proves acceptance before any look-up", async () => {
  const world = await doubtful();
  fate(world, "accept-then-hang");
  await textTo(world, ANA, "the gate is open");
  const [taken] = world.standIn.accepted;
  await report(world, { textId: 1, sid: taken?.sid ?? "", status: "sent" });
  expect(await fates(world)).toEqual(["sent"]);
  await world.advance(60);
  expect(world.sentTo(ANA)).toHaveLength(1);
});

test("the same words to the same phone twice, both in doubt: each finds its own", async () => {
  const world = await doubtful();
  await world.text(ANA, "MENU");
  fate(world, "accept-then-drop", "accept-then-500");
  await queueTexts(world, ANA, ["come now", "come now"]);
  await world.settled();
  await world.advance(A_LOOK_UP);
  expect(await fates(world)).toEqual(["accepted", "accepted"]);
  const { rows } = await world.database.query("SELECT carrier_id AS sid FROM outbound_texts ORDER BY 1");
  expect(rows.map(({ sid }) => sid)).toEqual(world.standIn.accepted.map(({ sid }) => sid).sort());
  await world.advance(60);
  expect(world.sentTo(ANA)).toHaveLength(2);
});

test("the same words twice, only one of them taken: the other one goes again, once", async () => {
  const world = await doubtful();
  await world.text(ANA, "MENU");
  fate(world, "hang", "accept-then-drop");
  await queueTexts(world, ANA, ["come now", "come now"]);
  await world.settled();
  for (let i = 0; i < 6; i++) await world.advance(A_LOOK_UP);
  expect(world.sentTo(ANA)).toEqual(["come now", "come now"]);
  expect(await fates(world)).toEqual(["accepted", "accepted"]);
});

test("a guess by words and time gives way to the text that proves the id is its own", async () => {
  const world = await doubtful();
  await world.text(ANA, "MENU");
  fate(world, "hang", "accept-then-hang");
  await queueTexts(world, ANA, ["come now", "come now"]);
  await world.settled();
  await world.database.query("UPDATE outbound_texts SET due_at = due_at + interval '1 hour' WHERE id = 2");
  await world.advance(A_LOOK_UP);
  expect(await fates(world)).toEqual(["accepted", "unknown time-out"]);
  const sid = world.standIn.accepted[0]?.sid ?? "";
  expect(await report(world, { textId: 2, sid, status: "delivered" })).toBe(204);
  for (let i = 0; i < 6; i++) await world.advance(A_LOOK_UP);
  expect(await fates(world)).toEqual(["accepted", "delivered"]);
  expect(world.sentTo(ANA)).toHaveLength(2);
});

test("our answer in a response is not taken for a text of its own with the same words", async () => {
  const world = await doubtful();
  const menu = (await world.text(ANA, "MENU")) ?? "";
  fate(world, "hang");
  await queueTexts(world, ANA, [menu]);
  await world.settled();
  for (let i = 0; i < 6; i++) await world.advance(A_LOOK_UP);
  expect(world.sentTo(ANA)).toEqual([menu]);
});

test("one text whose look-up breaks does not keep the others in doubt", async () => {
  const world = await doubtful();
  fate(world, "accept-then-hang", "accept-then-hang");
  await textTo(world, ANA, "one");
  await textTo(world, BEN, "two");
  await world.database.query("UPDATE outbound_texts SET body = '\\x00' WHERE id = 1");
  await world.advance(A_LOOK_UP);
  expect(await fates(world)).toEqual([expect.stringMatching(/^unknown/), "accepted"]);
});

test("a line that is down is no doubt: all of it goes once when it is up again", async () => {
  const world = await doubtful();
  await world.text(ANA, "MENU");
  const bodies = Array.from({ length: 5 }, (_, i) => `word ${i}`);
  let busy = 60;
  world.standIn.behave(() => (busy-- > 0 ? { status: 429, code: 20429 } : "accept"));
  await queueTexts(world, ANA, bodies);
  await world.settled();
  for (let i = 0; i < 15; i++) await world.advance(5);
  expect(world.sentTo(ANA)).toHaveLength(bodies.length);
  expect(new Set(world.sentTo(ANA))).toEqual(new Set(bodies));
});

test("many tries that the carrier had no time for do not make a later doubt the last one", async () => {
  const world = await doubtful();
  let tries = 0;
  world.standIn.behave(() => {
    tries += 1;
    if (tries <= 8) return { status: 429, code: 20429 };
    return tries === 9 ? "hang" : "accept";
  });
  await textTo(world, ANA, "still here");
  for (let i = 0; i < 20; i++) await world.advance(5);
  expect(world.sentTo(ANA)).toEqual(["still here"]);
});

test("a carrier that swallows everything is given up after five tries, loudly", async () => {
  const world = await doubtful();
  let tries = 0;
  world.standIn.behave(() => {
    tries += 1;
    return { status: 500, code: 20500 };
  });
  await textTo(world, ANA, "anyone?");
  for (let i = 0; i < 30; i++) await world.advance(A_LOOK_UP);
  expect(tries).toBe(5);
  expect(await fates(world)).toEqual(["failed lost"]);
  expect(world.logged.filter((line) => line.includes("never taken"))).toHaveLength(1);
});
