import { expect, test } from "vitest";
import type { Fate } from "#test/support/stand-in-exchange.ts";
import { until } from "#test/support/until.ts";
import type { World } from "#test/support/world.ts";
import { ANA, BEN, count, fates, QUEUES, queueTexts, report, textTo, worldWith } from "./scene.ts";

const get = async (world: World, path: string) => (await fetch(world.url + path)).text();

test("a busy carrier gets the text later: not before Retry-After, and soon after it", async () => {
  const world = await worldWith();
  const fatesToCome: Fate[] = [{ status: 429, code: 20429, retryAfterSeconds: 90 }];
  world.standIn.behave(() => fatesToCome.shift() ?? "accept");
  await textTo(world, ANA, "later");
  expect(await fates(world)).toEqual(["queued"]);
  await world.advance(1.45);
  expect(world.sentTo(ANA)).toEqual([]);
  await world.advance(0.1);
  expect(world.sentTo(ANA)).toEqual(["later"]);
});

test("a busy carrier without a time is asked again after seconds, not minutes", async () => {
  const world = await worldWith();
  const fatesToCome: Fate[] = [{ status: 429, code: 20429 }];
  world.standIn.behave(() => fatesToCome.shift() ?? "accept");
  await textTo(world, ANA, "soon");
  await world.advance(0.1);
  expect(world.sentTo(ANA)).toEqual(["soon"]);
});

test.each([
  [21610, "is an opt-out from here on", { consents: 2, bad: 0 }],
  [21211, "makes a number that is not texted again", { consents: 0, bad: 1 }],
  [21614, "makes a number that is not texted again", { consents: 0, bad: 1 }],
  [21408, "is that text's end alone", { consents: 0, bad: 0 }],
  [99999, "(not in our table) is that text's end alone", { consents: 0, bad: 0 }],
])("refused with %i: %s", async (code, _, { consents, bad }) => {
  const world = await worldWith();
  world.standIn.behave(({ body }) => (body === "one" ? { status: 400, code } : "accept"));
  await textTo(world, ANA, "one");
  await queueTexts(world, ANA, ["two"]);
  await world.settled();
  await world.advance(60);
  const silent = consents + bad > 0;
  expect(world.sentTo(ANA)).toEqual(silent ? [] : ["two"]);
  const second = consents ? "dropped out" : "dropped bad-number";
  expect(await fates(world)).toEqual([`failed ${code}`, silent ? second : "accepted"]);
  expect(await count(world, "consents WHERE NOT granted AND method = 'carrier'")).toBe(consents);
  expect(await count(world, "people WHERE bad_number")).toBe(bad);
});

test.each([
  [30005, 1],
  [30006, 1],
  [30003, 0],
  [30007, 0],
  [30008, 0],
])("undelivered with %i is final, and is never sent again", async (code, bad) => {
  const world = await worldWith({ statusCallbacks: true });
  world.standIn.behave(() => ({ undelivered: code }));
  await textTo(world, ANA, "one");
  await world.standIn.settled();
  await world.advance(24 * 60);
  expect(await fates(world)).toEqual([`failed ${code}`]);
  expect(world.sentTo(ANA)).toEqual(["one"]);
  expect(await count(world, "people WHERE bad_number")).toBe(bad);
});

test("a number that texts us again is a number after all", async () => {
  const world = await worldWith();
  world.standIn.behave(({ body }) => (body === "one" ? { status: 400, code: 21211 } : "accept"));
  await textTo(world, ANA, "one");
  await textTo(world, ANA, "two");
  expect(world.sentTo(ANA)).toEqual(["two"]);
});

test.each(QUEUES)(
  "30034 and 20003 stop the sender for all, loudly, until a worker is restarted; jobs on %s",
  async (queue) => {
    for (const refusal of [
      { status: 400, code: 30034 },
      { status: 401, code: 20003 },
    ]) {
      const world = await worldWith({ queue });
      let asked = 0;
      world.standIn.behave(() => {
        asked += 1;
        return refusal;
      });
      await textTo(world, ANA, "one");
      await textTo(world, BEN, "two");
      await world.advance(120);
      expect(asked).toBe(1);
      expect(await fates(world)).toEqual(["queued", "queued"]);
      expect(await get(world, "/readyz")).toContain(`"sender":"halted: ${refusal.code}"`);
      expect(await get(world, "/metrics")).toContain("giftline_sender_halted 1");
      expect(await get(world, "/metrics")).toContain('giftline_unsent_texts{state="queued"} 2');
      expect(await count(world, "inbox_entries WHERE reason = 'sender' AND urgent")).toBe(1);
      const fatal = world.logged.map((line) => JSON.parse(line)).filter(({ level }) => level === 60);
      expect(fatal).toMatchObject([{ code: String(refusal.code) }]);

      world.standIn.behave(() => "accept");
      const worker = await world.join({ ROLE: "worker" });
      await until("both have gone", () => world.standIn.accepted.length === 2);
      await world.settled();
      expect(await fates(world)).toEqual(["accepted", "accepted"]);
      expect(await get(world, "/readyz")).toContain('"sender":"ok"');
      await world.stop(worker);
    }
  },
);

test("a text that the networks refuse for our lack of a registration stops the sender too", async () => {
  const world = await worldWith({ statusCallbacks: true });
  world.standIn.behave(() => ({ undelivered: 30034 }));
  await textTo(world, ANA, "one");
  await world.standIn.settled();
  await queueTexts(world, ANA, ["two"]);
  await world.settled();
  expect(await fates(world)).toEqual(["failed 30034", "queued"]);
  expect(await get(world, "/metrics")).toContain("giftline_sender_halted 1");

  world.standIn.behave(() => "accept");
  await world.join({ ROLE: "worker" });
  await world.settled();
  const sid = world.standIn.accepted[0]?.sid ?? "";
  await report(world, { textId: 1, sid, status: "undelivered", errorCode: 30034 });
  expect(await get(world, "/metrics")).toContain("giftline_sender_halted 0");
  expect(world.sentTo(ANA)).toEqual(["one", "two"]);
});

test("reports move a text forward only, whatever order and however often they come", async () => {
  const world = await worldWith();
  const orders = [
    ["sent", "delivered", "queued", "sent", "delivered"],
    ["delivered", "sent", "sending", "failed"],
    ["undelivered", "delivered", "sent"],
    ["queued", "sending", "sent"],
  ];
  for (const [index, order] of orders.entries()) {
    await textTo(world, ANA, `no. ${index}`);
    const sid = world.standIn.accepted[index]?.sid ?? "";
    for (const status of order) expect(await report(world, { textId: index + 1, sid, status })).toBe(204);
  }
  expect(await fates(world)).toEqual(["delivered", "delivered", "failed undelivered", "sent"]);
});

test("shuffled reports to many texts leave each one delivered or sent, none behind", async () => {
  const world = await worldWith({
    statusCallbacks: true,
    standIn: { shuffleCallbacks: true, callbackDelayMs: 1 },
  });
  await world.text(ANA, "MENU");
  await queueTexts(
    world,
    ANA,
    Array.from({ length: 60 }, (_, i) => `no. ${i}`),
  );
  await world.settled();
  await world.standIn.settled();
  expect(new Set(await fates(world))).toEqual(new Set(["delivered"]));
});

test("a report about a text that we do not know, or of a word that is new, is taken and changes nothing", async () => {
  const world = await worldWith();
  await textTo(world, ANA, "one");
  const [sent] = world.standIn.accepted;
  expect(await report(world, { sid: "SMunknown", status: "delivered" })).toBe(204);
  expect(await report(world, { textId: 99, sid: "SMunknown", status: "delivered" })).toBe(204);
  expect(await report(world, { sid: sent?.sid ?? "", status: "teleported" })).toBe(204);
  expect(await fates(world)).toEqual(["accepted"]);
});
