import { describe, expect, test } from "vitest";
import type { TextToPost } from "#test/support/stand-in-webhooks.ts";
import type { World } from "#test/support/world.ts";
import { ANA, BEN, count, everything, introduce, phoneNo, QUEUES, worldWith } from "./scene.ts";

let sids = 0;
/** The same text delivered twice at the same moment: what both got. */
async function twice(world: World, text: Omit<TextToPost, "sid">) {
  const sid = `SM${String(++sids).padStart(32, "0")}`;
  const post = () => world.standIn.postText(`${world.url}/twilio/sms`, { ...text, sid });
  const [one, other] = await Promise.all([post(), post()]);
  expect([one.status, other.status]).toEqual([200, 200]);
  expect(other.twiml).toBe(one.twiml);
  return { ...one, again: post };
}

describe.each(QUEUES)("jobs on %s", (queue) => {
  test("200 texts, each delivered twice at the same moment: 200 rows, 200 effects, equal answers", async () => {
    const world = await worldWith({ queue });
    const posted = await Promise.all(
      Array.from({ length: 200 }, (_, i) => twice(world, { from: phoneNo(i), body: `NEED ${i + 1} chairs` })),
    );
    await world.settled();
    for (const table of ["inbound_texts", "people", "posts"])
      expect(await count(world, table), table).toBe(200);
    expect(new Set(posted.map(({ reply }) => reply)).size).toBe(200);

    const before = await everything(world);
    for (const { twiml, again } of posted.slice(0, 20)) expect((await again()).twiml).toBe(twiml);
    await world.settled();
    expect(await everything(world)).toBe(before);
  });
});

test("a yes, words for the other side and a DROP happen once", async () => {
  const world = await worldWith();
  await world.text(ANA, "NEED 1 lamp");
  await world.text(BEN, "GIFT 2 lamps");
  await world.settled();
  const yes = await twice(world, { from: BEN, body: "1" });
  const line = /text (\d+) and/.exec(yes.reply ?? "")?.[1];
  await world.settled();
  expect(world.sentTo(ANA)).toHaveLength(1);
  const words = await twice(world, { from: ANA, body: `${line} by the gate at 5` });
  await world.settled();
  expect(world.sentTo(BEN).at(-1)).toBe(`${line}: by the gate at 5`);
  expect(world.sentTo(BEN)).toHaveLength(2);
  const drop = await twice(world, { from: BEN, body: "DROP 11" });
  await world.settled();

  const before = await everything(world);
  for (const each of [yes, words, drop]) expect((await each.again()).twiml).toBe(each.twiml);
  await world.settled();
  expect(await everything(world)).toBe(before);
  expect(world.sentTo(BEN)).toHaveLength(2);
});

test("STOP is written down once, and its repeat is as silent as it was", async () => {
  const world = await worldWith();
  const stop = await twice(world, { from: ANA, body: "STOP" });
  expect(stop.reply).toBeNull();
  expect(await count(world, "consents")).toBe(2);
  const phrase = await twice(world, { from: BEN, body: "stop texting me" });
  expect(phrase.reply).toMatch(/^Willow Camp: /);
  await world.settled();

  const before = await everything(world);
  for (const each of [stop, phrase]) expect((await each.again()).twiml).toBe(each.twiml);
  expect(await everything(world)).toBe(before);
});

test("who said WIPE stays forgotten, however often the carrier repeats the 1", async () => {
  const world = await worldWith();
  await introduce(world, ANA, BEN);
  await world.text(ANA, "WIPE");
  const yes = await twice(world, { from: ANA, body: "1" });
  expect(yes.reply).toMatch(/^Willow Camp: /);
  await world.settled();
  expect(await count(world, "people")).toBe(1);

  const before = await everything(world);
  expect((await yes.again()).twiml).toBe(yes.twiml);
  await world.settled();
  expect(await everything(world)).toBe(before);
});

test("two texts of one phone at the same moment are worked one after the other", async () => {
  const world = await worldWith();
  const bodies = Array.from({ length: 10 }, (_, i) => `NEED ${i + 1} cups`);
  const replies = await Promise.all(bodies.map((body) => world.text(ANA, body)));
  expect(new Set(replies).size).toBe(10);
  expect(await count(world, "posts")).toBe(10);
  expect(await count(world, "people")).toBe(1);
});
