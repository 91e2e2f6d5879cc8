import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { budgetOf, kindsFor, spendingOf } from "#server/domain/segment-budget.ts";
import { PRIORITY } from "#server/domain/text-state.ts";
import { claimText, openSender } from "#server/store/senders.ts";
import type { World } from "#test/support/world.ts";
import { ANA, BEN, phoneNo, queueTexts, worldWith } from "./scene.ts";

const numbered = (count: number) => Array.from({ length: count }, (_, at) => `no. ${at}`);
const left = (world: World) => world.standIn.accepted.length + world.standIn.replies.length;

async function alarms(world: World): Promise<string[]> {
  const { rows } = await world.database.query("SELECT reason FROM inbox_entries ORDER BY id");
  return rows.map(({ reason }) => reason);
}

async function gauge(world: World, name: string): Promise<number> {
  const page = await (await fetch(`${world.url}/metrics`)).text();
  return Number(new RegExp(`^${name} (\\S+)`, "m").exec(page)?.[1]);
}

describe("the budget of a day", () => {
  test("organizers hear at four fifths, once; the next text that is too much waits for tomorrow", async () => {
    const world = await worldWith({ env: { DAILY_SEGMENTS: "20" } });
    await world.text(ANA, "MENU");
    await queueTexts(world, ANA, numbered(14), "broadcast");
    await world.settled();
    expect(await alarms(world)).toEqual([]);
    await queueTexts(world, ANA, ["one more"], "broadcast");
    await world.settled();
    expect(await alarms(world)).toEqual(["budget"]);
    expect(await gauge(world, "giftline_segments_today")).toBe(16);
    expect(await gauge(world, "giftline_segments_budget")).toBe(20);

    await queueTexts(world, ANA, numbered(10), "reminder");
    await world.settled();
    expect(left(world)).toBe(20);
    expect(await alarms(world)).toEqual(["budget", "spent"]);
    expect(await gauge(world, 'giftline_unsent_texts{state="unpaid"}')).toBe(6);

    await world.advance(12 * 60);
    expect(left(world)).toBe(20);
    await world.advance(8 * 60);
    expect(left(world)).toBe(26);
    expect(await alarms(world)).toEqual(["budget", "spent"]);
  });

  test("when it is spent, people are answered for a fifth more, then only STOP and emergencies for half as much again", async () => {
    const world = await worldWith({ env: { DAILY_SEGMENTS: "10" } });
    await world.text(ANA, "MENU");
    await queueTexts(world, ANA, numbered(20), "ask");
    await world.settled();
    expect(left(world)).toBe(10);

    expect(await world.text(BEN, "MENU")).toContain("NEED");
    await queueTexts(world, ANA, ["81: at five"], "relay");
    await world.settled();
    expect(world.sentTo(ANA)).toContain("81: at five");
    expect(left(world)).toBe(12);
    await queueTexts(world, ANA, ["81: at six"], "relay");
    await world.settled();
    expect(await world.text(BEN, "NEED 2 tarps")).toBeNull();
    expect(left(world)).toBe(12);
    const { rows } = await world.database.query("SELECT thing FROM posts");
    expect(rows).toEqual([{ thing: "tarps" }]);

    expect(await world.text(BEN, "help he is not breathing")).toContain("911");
    expect(await world.text(BEN, "stop texting me")).toContain("no more texts");
    await queueTexts(world, ANA, ["leave the river bank"], "alert");
    await world.settled();
    expect(left(world)).toBe(15);
    expect(await world.text(ANA, "help he is not breathing")).toBeNull();
    const { rows: entries } = await world.database.query(
      "SELECT FROM inbox_entries WHERE reason = 'emergency'",
    );
    expect(entries).toHaveLength(2);

    await world.advance(20 * 60);
    expect(world.sentTo(ANA)).toContain("81: at six");
  });

  test("an answer that nobody may pay asks no question either: a later digit answers what was asked before", async () => {
    const world = await worldWith({ env: { DAILY_SEGMENTS: "5" } });
    for (const body of ["LANG", "MINE", "NEWS", "AGENDA", "GROUP"]) await world.text(ANA, body);
    expect(await world.text(ANA, "LANG")).toContain("1");
    expect(await world.text(ANA, "WIPE")).toBeNull();
    expect(await world.text(ANA, "1")).toBeNull();
    const { rows } = await world.database.query("SELECT FROM people");
    expect(rows).toHaveLength(1);
  });

  test("however many send and answer at once, not one segment more is spent", async () => {
    const world = await worldWith({ frozen: false, env: { DAILY_SEGMENTS: "50" } });
    await world.join({ ROLE: "worker" });
    await world.join({ ROLE: "worker" });
    await world.text(ANA, "MENU");
    await queueTexts(world, ANA, numbered(120), "broadcast");
    const phones = Array.from({ length: 60 }, (_, at) => phoneNo(at));
    await Promise.all(phones.map((phone) => world.text(phone, "MENU")));
    await world.settled();
    const broadcasts = world.sentTo(ANA).length;
    const answers = world.standIn.replies.length;
    expect(answers + broadcasts).toBeLessThanOrEqual(60);
    expect(answers + broadcasts).toBeGreaterThanOrEqual(50);
    expect(answers).toBeLessThanOrEqual(60);
    const { rows } = await world.database.query("SELECT sum(segments)::int AS sum FROM segment_days");
    expect(rows).toEqual([{ sum: answers + broadcasts }]);
  });

  test("a hundred who take texts in the same moment, without a pace between, take fifty where fifty are left", async () => {
    const world = await worldWith({ env: { ROLE: "web", DAILY_SEGMENTS: "51" } });
    await world.text(ANA, "MENU");
    await openSender(world.booted.ctx.db, "race");
    await queueTexts(world, ANA, numbered(100), "broadcast");
    const { db } = world.booted.ctx;
    const budget = budgetOf("2026-11-23", 51);
    const take = () => claimText(db, "race", { segmentMs: 0, budget }, world.booted.ctx.now());
    const taken: unknown[] = [];
    for (let round = 0; round < 10; round++)
      taken.push(...(await Promise.all(Array.from({ length: 20 }, take))).filter((each) => each !== null));
    expect(taken).toHaveLength(50);
  });

  test("what the carrier did not take is not counted", async () => {
    const world = await worldWith({ env: { DAILY_SEGMENTS: "100" } });
    await world.text(ANA, "MENU");
    await world.text(BEN, "MENU");
    let tries = 0;
    world.standIn.behave(() => (++tries <= 3 ? { status: 429, code: 20429 } : "accept"));
    await queueTexts(world, ANA, numbered(2));
    await world.settled();
    for (let tries = 0; tries < 3; tries++) await world.advance(10);
    expect(world.sentTo(ANA)).toHaveLength(2);
    expect(await gauge(world, "giftline_segments_today")).toBe(4);
  });

  test("a budget that was raised lets go at the next start what had to wait", async () => {
    const world = await worldWith({ env: { DAILY_SEGMENTS: "3" } });
    await world.text(ANA, "MENU");
    await queueTexts(world, ANA, numbered(5), "broadcast");
    await world.settled();
    expect(world.sentTo(ANA)).toHaveLength(2);
    await world.stop();
    await world.join({ DAILY_SEGMENTS: "300" });
    await world.settled();
    expect(world.sentTo(ANA)).toHaveLength(5);
  });

  test("without one all is counted and nothing stops", async () => {
    const world = await worldWith();
    for (let at = 0; at < 5; at++) await world.text(phoneNo(at), "MENU");
    await queueTexts(world, phoneNo(0), numbered(7), "broadcast");
    await world.settled();
    expect(await gauge(world, "giftline_segments_today")).toBe(12);
    expect(await gauge(world, "giftline_segments_budget")).toBe(0);
    expect(await alarms(world)).toEqual([]);
  });
});

test("every kind of text has its place, and STOP and emergencies go on longest", () => {
  const all = [...kindsFor("announcing"), ...kindsFor("answering"), ...kindsFor("saving")];
  expect(all).toHaveLength(new Set(all).size);
  expect(new Set(all)).toEqual(new Set(Object.keys(PRIORITY)));
  expect([spendingOf("stop"), spendingOf("emergency"), spendingOf("need")]).toEqual([
    "saving",
    "saving",
    "answering",
  ]);
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 100_000_000 }), (segments) => {
      const { most, warnedFrom } = budgetOf("2026-11-23", segments);
      if (!most) throw new Error("A budget was given.");
      expect(most.announcing).toBe(segments);
      expect(warnedFrom).toBeLessThanOrEqual(most.announcing);
      expect(most.answering).toBeGreaterThanOrEqual(most.announcing);
      expect(most.saving).toBeGreaterThanOrEqual(most.answering);
    }),
  );
});
