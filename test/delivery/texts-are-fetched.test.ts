import { describe, expect, test } from "vitest";
import type { World } from "#test/support/world.ts";
import { ANA, BEN, count, fates, QUEUES, textTo, worldWith } from "./scene.ts";

const POLLING = { TWILIO_POLL_SECONDS: "30" };
const A_TURN = 0.6;
const kinds = async (world: World) =>
  (await world.database.query("SELECT kind, state FROM outbound_texts ORDER BY id")).rows;

describe.each(QUEUES)("without a public address, jobs on %s", (queue) => {
  test("texts are fetched, obeyed once in their order, and answered by texts", async () => {
    const world = await worldWith({ queue, env: POLLING });
    world.standIn.receiveOnly({ from: ANA, body: "NEED 2 tarps" });
    world.standIn.receiveOnly({ from: BEN, body: "GIFT tarps, have 3" });
    for (let turn = 0; turn < 5; turn++) await world.advance(A_TURN);
    expect(world.sentTo(ANA)).toEqual([expect.stringContaining("got it, no. 10: 2 tarps")]);
    expect(world.sentTo(BEN)).toEqual([
      expect.stringContaining("thank you! No. 11: tarps, 3"),
      expect.stringContaining("someone needs 2 tarps"),
    ]);
    world.standIn.receiveOnly({ from: BEN, body: "1" });
    for (let turn = 0; turn < 5; turn++) await world.advance(A_TURN);
    expect(world.sentTo(ANA).at(-1)).toContain("someone can give 2 tarps");
    expect(await count(world, "inbound_texts")).toBe(3);
  });

  test("a restart goes on where the last one was: what came meanwhile is fetched, nothing twice", async () => {
    const world = await worldWith({ queue, env: POLLING });
    world.standIn.receiveOnly({ from: ANA, body: "NEED a lamp" });
    await world.advance(A_TURN);
    await world.stop();
    world.standIn.receiveOnly({ from: BEN, body: "NEED a rope" });
    await world.advance(180);
    world.standIn.receiveOnly({ from: BEN, body: "NEED a bucket" });
    await world.join();
    await world.advance(A_TURN);
    await world.advance(A_TURN);
    expect(world.sentTo(ANA)).toHaveLength(1);
    expect(world.sentTo(BEN)).toHaveLength(2);
    expect(await count(world, "posts")).toBe(3);
  });
});

test("a text both delivered and fetched counts once, whichever came first", async () => {
  const world = await worldWith({ env: POLLING });
  expect(await world.text(ANA, "NEED a lamp")).toContain("1 lamp");
  const { sid } = world.standIn.receiveOnly({ from: BEN, body: "NEED a rope" });
  await world.advance(A_TURN);
  const late = await world.standIn.postText(`${world.url}/twilio/sms`, {
    sid,
    from: BEN,
    body: "NEED a rope",
  });
  await world.advance(A_TURN);
  expect(await count(world, "posts")).toBe(2);
  expect(world.sentTo(ANA)).toEqual([]);
  expect(world.sentTo(BEN)).toEqual([late.reply]);
});

test("STOP in words that the carrier does not know gets its one confirmation, its own words none", async () => {
  const world = await worldWith({ env: POLLING });
  world.standIn.receiveOnly({ from: ANA, body: "stop texting me" });
  world.standIn.receiveOnly({ from: BEN, body: "STOP" });
  for (let turn = 0; turn < 3; turn++) await world.advance(A_TURN);
  expect(world.sentTo(ANA)).toHaveLength(1);
  expect(world.sentTo(BEN)).toEqual([]);
  expect(await kinds(world)).toEqual([{ kind: "goodbye", state: "delivered" }]);
  world.standIn.receiveOnly({ from: ANA, body: "NEED a lamp" });
  await world.advance(A_TURN);
  expect(world.sentTo(ANA)).toHaveLength(1);
});

test("what became of our own texts is read from the list, and what their failure says of phone and sender", async () => {
  const world = await worldWith({ env: POLLING });
  world.standIn.behave(({ to }) => ({ undelivered: to === ANA ? 30006 : 30034 }));
  await textTo(world, ANA, "one");
  await world.standIn.settled();
  await world.advance(A_TURN);
  expect(await fates(world)).toEqual(["failed 30006"]);
  expect(await count(world, "people WHERE bad_number")).toBe(1);
  await textTo(world, BEN, "two");
  await world.standIn.settled();
  await world.advance(A_TURN);
  expect(await fates(world)).toEqual(["failed 30006", "failed 30034"]);
  expect(await count(world, "senders WHERE halted_code = '30034'")).toBe(1);

  await world.stop();
  await world.join();
  await world.advance(A_TURN);
  await world.advance(A_TURN);
  expect(await count(world, "senders WHERE halted_at IS NOT NULL")).toBe(0);
});

test("a line that was down for a day is polled again at the next turn", async () => {
  const world = await worldWith({ env: POLLING, carrierTimeoutMs: 300 });
  await world.advance(A_TURN);
  await world.database.query("ALTER TABLE cursors RENAME TO broken");
  for (let turn = 0; turn < 24; turn++) await world.advance(60);
  await world.database.query("ALTER TABLE broken RENAME TO cursors");
  world.standIn.receiveOnly({ from: ANA, body: "NEED a lamp" });
  await world.advance(A_TURN);
  expect(world.sentTo(ANA)).toHaveLength(1);
});

test("one text that cannot be worked does not keep the others, and is tried at every turn", async () => {
  const world = await worldWith({ env: POLLING });
  await world.database.query("ALTER TABLE numbers RENAME TO broken");
  world.standIn.receiveOnly({ from: ANA, body: "NEED a lamp" });
  world.standIn.receiveOnly({ from: BEN, body: "MENU" });
  await world.advance(A_TURN);
  expect(world.sentTo(BEN)).toHaveLength(1);
  expect(await count(world, "inbound_texts")).toBe(1);
  await world.advance(A_TURN);
  await world.database.query("ALTER TABLE broken RENAME TO numbers");
  await world.advance(A_TURN);
  expect(world.sentTo(ANA)).toEqual([expect.stringContaining("1 lamp")]);
  expect(world.sentTo(BEN)).toHaveLength(1);
});

test("a node that no longer polls does not", async () => {
  const world = await worldWith({ env: POLLING });
  await world.advance(A_TURN);
  await world.stop();
  await world.join({ TWILIO_POLL_SECONDS: "0" });
  world.standIn.receiveOnly({ from: ANA, body: "NEED a lamp" });
  await world.advance(A_TURN);
  expect(await count(world, "outbox WHERE name = 'fetch-texts'")).toBe(0);
  expect(await count(world, "inbound_texts")).toBe(0);
});
