import { afterAll, beforeAll, expect, test } from "vitest";
import { type Camp, startCamp } from "#test/support/camp.ts";
import { type Console, startConsole } from "#test/support/console.ts";
import { insertGathering, insertGroup } from "#test/support/gatherings.ts";

let camp: Camp;
let ada: Console;
let assembly: number;
let secret: number;
beforeAll(async () => {
  camp = await startCamp();
  ada = await startConsole(camp, { phone: "+14015550109", name: "Ada" });
  const groupId = await insertGroup(camp, { number: 3, name: "Kitchen" });
  const at = (time: string) => new Date(`2026-11-${time}-05:00`);
  await insertGathering(camp, { title: "Breakfast", startsAt: at("23T08:00"), minutes: 60 });
  await insertGathering(camp, { title: "Long café", startsAt: at("23T11:30"), minutes: 120 });
  await insertGathering(camp, { title: "Soup", startsAt: at("23T18:00"), groupId, place: "Kitchen tent" });
  await insertGathering(camp, { title: "Songs", startsAt: at("23T21:00"), cancelledAt: at("23T11:00") });
  secret = await insertGathering(camp, {
    title: "Lead circle",
    startsAt: at("23T20:00"),
    groupId,
    open: false,
  });
  assembly = await insertGathering(camp, {
    title: "Big assembly",
    startsAt: at("24T19:00"),
    place: "Oak tree",
    format: "assembly",
    notes: "Bring <b>chairs</b>",
  });
  await insertGathering(camp, { title: "Far away", startsAt: at("30T19:00") });
});
afterAll(() => camp.close());

async function kiosk(path: string): Promise<{ status: number; text: string; titles: readonly string[] }> {
  const answer = await fetch(`${camp.url}/kiosk/days${path}`);
  const text = await answer.text();
  const rows = [...text.matchAll(/<b class="oneline">(?:<s>)?([^<]*)/g)].map(([, title]) => title ?? "");
  return { status: answer.status, text, titles: rows };
}

async function offer(words: string, nonce: string, headers: Record<string, string> = {}) {
  const answer = await fetch(`${camp.url}/kiosk/days/offer?lang=en`, {
    method: "POST",
    headers: { origin: camp.url, ...headers },
    body: new URLSearchParams({ words, nonce }),
  });
  return { status: answer.status, text: await answer.text() };
}

test("today shows what is on and what is to come for everybody, and what is cancelled as such", async () => {
  const { titles, text } = await kiosk("?lang=en");
  expect(titles).toEqual(["Long café", "Soup", "Songs"]);
  expect(text).toMatch(/<time>now<\/time>/);
  expect(text).toMatch(/<time>18:00<\/time> · Kitchen tent · Kitchen/);
  expect(text).toMatch(/<s>Songs<\/s>.*\n.*<strong>Cancelled<\/strong>/);
});

test("tomorrow and the week show theirs, by the camp's calendar", async () => {
  expect((await kiosk("?days=tomorrow")).titles).toEqual(["Big assembly"]);
  const week = await kiosk("?days=week&lang=es");
  expect(week.titles).toEqual(["Long café", "Soup", "Songs", "Big assembly"]);
  expect(week.text).toContain("<time>mañana 19:00</time>");
  expect((await kiosk("?days=whenever")).titles).toEqual(["Long café", "Soup", "Songs"]);
});

test("a gathering is shown with its time, place and notes as they are written; one that is for a group alone is not", async () => {
  const { text } = await kiosk(`/${assembly}?lang=en`);
  expect(text).toContain("Tuesday 24 November, 19:00–20:00");
  expect(text).toContain("Oak tree");
  expect(text).toContain("Bring &lt;b&gt;chairs&lt;/b&gt;");
  for (const gone of [secret, 999_999, "abc"]) {
    const answer = await kiosk(`/${gone}?lang=en`);
    expect([answer.status, answer.text]).toEqual([404, expect.stringContaining("See what else there is")]);
    expect(answer.text).not.toContain("Lead circle");
  }
});

test("the sheet of a day holds what is on it, for paper", async () => {
  const { text } = await kiosk("/sheet?lang=en");
  expect(text).toContain('name="lines" value="18:00 Soup · Kitchen tent · Kitchen"');
  expect(text).toContain('name="lines" value="21:00 Songs: Cancelled"');
});

test("an item that is offered here comes before the table once, and its answer waits at the tent", async () => {
  const offered = await offer("Budget for tents, call 401 555 0177", "one");
  expect(offered.text).toContain("decides whether it goes to the assembly: tomorrow 19:00");
  expect((await offer("Budget for tents, call 401 555 0177", "one")).text).toBe(offered.text);
  const { rows } = await camp.database.query("SELECT id, words, state FROM items");
  expect(rows).toEqual([
    { id: expect.any(Number), words: expect.stringContaining("Budget"), state: "offered" },
  ]);
  expect(rows[0].words).not.toContain("0177");
  expect((await kiosk("/agenda?lang=en")).text).not.toContain("Budget");
  await ada.post(`/organize/gatherings/${assembly}/items/${rows[0].id}`, {
    state: "accepted",
    minutes: "20",
  });
  const agenda = (await kiosk("/agenda?lang=en")).text;
  expect(agenda).toMatch(/Budget for tents.*20 min/);
  await camp.settled();
  const handle = /Guest [A-Z]{2} \d+/.exec(offered.text)?.[0] ?? "nobody";
  const tent = await ada.get("/organize/tent");
  const person = new RegExp(`/organize/tent/(\\d+)"[^>]*>\\s*${handle}`).exec(tent.text)?.[1];
  expect((await ada.get(`/organize/tent/${person}`)).text).toContain("is on the agenda");
});

test("no words, and too many that wait, are said; a screen elsewhere may only look", async () => {
  expect((await offer("   ", "two")).text).toContain("Write a few words first");
  expect((await offer("A word", "three", { "x-forwarded-for": "203.0.113.9" })).status).toBe(403);
  for (let item = 0; item < 20; item++) await offer(`Item ${item}`, `many ${item}`);
  expect((await offer("One more", "last")).text).toContain("Many items wait already");
  const { rows } = await camp.database.query("SELECT count(*)::int FROM items WHERE state = 'offered'");
  expect(rows).toEqual([{ count: 20 }]);
});
