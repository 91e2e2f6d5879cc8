import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type Camp, type Phone, startCamp } from "#test/support/camp.ts";
import { type Console, startConsole } from "#test/support/console.ts";

let camp: Camp;
let ada: Console;
beforeEach(async () => {
  camp = await startCamp();
  ada = await startConsole(camp, { phone: "+14015550109", name: "Ada" });
});
afterEach(() => camp.close());

const ASSEMBLY = {
  format: "assembly",
  title: "Big assembly",
  place: "Oak tree",
  day: "2026-11-25",
  start: "19:00",
  end: "21:00",
  notes: "Bring a chair",
};
const DAILY = {
  ...ASSEMBLY,
  title: "Breakfast",
  format: "meal",
  start: "08:00",
  end: "09:00",
  repeat: "daily",
};

describe("a gathering", () => {
  test("is planned by the camp's clock and listed under its day", async () => {
    const page = await ada.post("/organize/gatherings", ASSEMBLY);
    expect(page.text).toContain("Wednesday 25 November, 19:00–21:00");
    expect(page.text).toContain("Bring a chair");
    const list = (await ada.get("/organize/gatherings")).text;
    expect(list).toMatch(/Wednesday 25 November[\s\S]*19:00–21:00[\s\S]*Big assembly[\s\S]*Oak tree/);
    expect(await starts()).toEqual(["2026-11-26T00:00:00.000Z"]);
  });

  test("is not planned of nonsense: what is wrong stands in plain words, and what was typed stays", async () => {
    const wrong = { ...ASSEMBLY, end: "18:00", title: "  ", notes: "ask 401-555-0142" };
    const page = await ada.post("/organize/gatherings", wrong);
    expect(page.status).toBe(400);
    expect(page.text).toContain("Please mend what is marked below.");
    expect(page.text).toContain("It ends before it starts.");
    expect(page.text).toContain("Leave phone numbers out");
    expect(page.text).toContain('value="Oak tree"');
    expect((await ada.post("/organize/gatherings", { ...ASSEMBLY, day: "2026-11-22" })).text).toContain(
      "That time has passed.",
    );
    expect(await starts()).toEqual([]);
  });

  test("that moves is told to exactly those who know of it, once a change; notes and titles are told to nobody", async () => {
    await ada.post("/organize/gatherings", ASSEMBLY);
    const [knower, other] = [camp.phone(), camp.phone()];
    await other.text("MENU");
    await tell(knower, "Big assembly");
    await ada.post("/organize/gatherings/1", { ...ASSEMBLY, notes: "Bring two chairs", title: "Assembly" });
    expect(await knower.unread()).toEqual([]);
    await ada.post("/organize/gatherings/1", { ...ASSEMBLY, start: "20:00", place: "Elm" });
    const texts = await knower.unread();
    expect(texts).toHaveLength(1);
    expect(texts[0]).toMatch(/8pm/);
    expect(texts[0]).toMatch(/Elm/);
    await ada.post("/organize/gatherings/1", { ...ASSEMBLY, start: "20:00", place: "Elm" });
    expect(await knower.unread()).toEqual([]);
    expect(await other.unread()).toEqual([]);
  });

  test("is cancelled and brought back, each told once, also when two touch the button", async () => {
    await ada.post("/organize/gatherings", ASSEMBLY);
    const knower = camp.phone();
    await tell(knower, "Big assembly");
    const cancel = () => ada.post("/organize/gatherings/1/cancel", { step: "cancel" });
    expect((await Promise.all([cancel(), cancel()])).map(({ status }) => status)).toEqual(
      expect.arrayContaining([200, 404]),
    );
    expect(await knower.unread()).toHaveLength(1);
    expect((await ada.get("/organize/gatherings/1")).text).toContain("This gathering is cancelled.");
    expect((await ada.post("/organize/gatherings/1", { ...ASSEMBLY, start: "20:00" })).status).toBe(409);
    await ada.post("/organize/gatherings/1/cancel", { step: "restore" });
    expect(await knower.unread()).toHaveLength(1);
    expect((await ada.get("/organize/gatherings/1")).text).not.toContain("This gathering is cancelled.");
  });
});

describe("a series", () => {
  test("has its dates two weeks ahead, each at the same time of day, and goes on day by day", async () => {
    await ada.post("/organize/gatherings", { ...DAILY, until: "2026-12-20" });
    expect(await starts()).toHaveLength(13);
    await camp.advance(24 * 60);
    expect(await starts()).toHaveLength(14);
    await camp.advance(40 * 24 * 60);
    const all = await starts();
    expect(all.length).toBeLessThanOrEqual(26);
    expect(new Set(all.map((start) => start.slice(11)))).toEqual(new Set(["13:00:00.000Z"]));
  });

  test("planned twice has each date once", async () => {
    await ada.post("/organize/gatherings", DAILY);
    await camp.database.query("UPDATE series SET planned_to = now() - interval '1 year'");
    await camp.database.query(
      "UPDATE outbox SET due_at = '2026-11-23', wake_at = '2026-11-23' WHERE name = 'plan-series'",
    );
    await camp.settled();
    expect(await starts()).toHaveLength(13);
  });

  test("lets one date move alone: the others stay, and its old day stays free when all are changed later", async () => {
    await ada.post("/organize/gatherings", DAILY);
    await ada.post("/organize/gatherings/2", {
      ...DAILY,
      day: "2026-11-26",
      start: "09:30",
      end: "10:00",
      scope: "one",
    });
    await ada.post("/organize/gatherings/3/cancel", { step: "cancel" });
    await ada.post("/organize/gatherings/1", { ...DAILY, start: "08:30", scope: "all" });
    const { rows } = await camp.database.query(
      "SELECT id, starts_at FROM gatherings WHERE id <= 4 OR id > 13 ORDER BY id",
    );
    expect(rows.map(({ id, starts_at }) => [id, starts_at.toISOString()])).toEqual([
      [1, "2026-11-25T13:30:00.000Z"],
      [2, "2026-11-26T14:30:00.000Z"],
      [3, "2026-11-27T13:00:00.000Z"],
      [4, "2026-11-28T13:30:00.000Z"],
    ]);
  });

  test("that changes tells those who know of a date, once each, and keeps what they know of", async () => {
    await ada.post("/organize/gatherings", { ...ASSEMBLY, repeat: "weekly", days: "WE,SA" });
    const [knower, other] = [camp.phone(), camp.phone()];
    await other.text("MENU");
    await tell(knower, "Big assembly");
    await ada.post("/organize/gatherings/2", {
      ...ASSEMBLY,
      day: "2026-11-28",
      repeat: "weekly",
      days: "TH,SU",
      scope: "all",
    });
    const texts = await knower.unread();
    expect(texts).toHaveLength(1);
    expect(texts[0]).toMatch(/Thu/);
    expect(await other.unread()).toEqual([]);
    expect((await starts()).map((start) => new Date(start).getUTCDay())).toEqual([5, 1, 5, 1]);
  });

  test("ends as a whole: dates nobody knows of are gone, the others are cancelled and told", async () => {
    await ada.post("/organize/gatherings", { ...DAILY, day: "2026-11-24" });
    const knower = camp.phone();
    await tell(knower, "Breakfast");
    const page = await ada.post("/organize/gatherings/2/cancel", { step: "series" });
    expect(page.text).toContain("The series has ended.");
    expect(await starts()).toHaveLength(1);
    expect(await knower.unread()).toHaveLength(1);
    await camp.advance(2 * 24 * 60);
    expect(await starts()).toHaveLength(1);
  });

  test("grows out of one gathering, which is its first date", async () => {
    await ada.post("/organize/gatherings", ASSEMBLY);
    await ada.post("/organize/gatherings/1", { ...ASSEMBLY, repeat: "weekly", days: "WE" });
    expect(await starts()).toEqual(["2026-11-26T00:00:00.000Z", "2026-12-03T00:00:00.000Z"]);
  });
});

test("a convenor plans for their group alone, and every change leaves a line in the trail", async () => {
  await ada.post("/organize/groups", { name: "Medics" });
  const cleo = await startConsole(camp, {
    phone: "+14015550107",
    name: "Cleo",
    role: "convenor",
    groupId: 1,
  });
  expect((await cleo.post("/organize/gatherings", ASSEMBLY)).status).toBe(403);
  const own = { ...ASSEMBLY, format: "meeting", title: "Medics", group: "1", open: "no" };
  expect((await cleo.post("/organize/gatherings", own)).text).toContain("1 · Medics");
  await ada.post("/organize/gatherings", ASSEMBLY);
  expect((await cleo.post("/organize/gatherings/2", { ...ASSEMBLY, place: "Elm" })).status).toBe(403);
  expect((await cleo.post("/organize/gatherings/2/cancel", { step: "cancel" })).status).toBe(403);
  expect((await cleo.post("/organize/gatherings/1", { ...own, group: "" })).status).toBe(400);
  await cleo.post("/organize/gatherings/1", { ...own, place: "Elm" });
  await cleo.post("/organize/gatherings/1/cancel", { step: "cancel" });
  const { rows } = await camp.database.query(
    "SELECT act, subject FROM audit_entries WHERE actor_name = 'Cleo' ORDER BY id",
  );
  expect(rows).toEqual([
    { act: "sign in", subject: "with a link" },
    { act: "plan gathering", subject: "Medics" },
    { act: "edit gathering", subject: "Medics" },
    { act: "cancel gathering", subject: "Medics" },
  ]);
});

test("the day sheet has what is open to everybody, in both languages, with the camp's number", async () => {
  await ada.post("/organize/groups", { name: "Medics" });
  await ada.post("/organize/gatherings", ASSEMBLY);
  await ada.post("/organize/gatherings", { ...ASSEMBLY, format: "training", title: "First aid", group: "1" });
  await ada.post("/organize/gatherings", { ...ASSEMBLY, title: "Inner circle", group: "1", open: "no" });
  const sheet = (await ada.get("/organize/day-sheet?date=2026-11-25")).text;
  for (const part of [
    "Wednesday 25 November",
    "miércoles, 25 de noviembre",
    "Big assembly",
    "Asamblea",
    "First aid",
    "GRUPO 1 · Medics",
    "+1 401 555 0100",
  ])
    expect(sheet).toContain(part);
  expect(sheet).not.toContain("Inner circle");
  expect((await ada.get("/organize/day-sheet?date=nonsense")).text).toContain("Monday 23 November");
});

/** This phone was told of the first gathering of that title. */
async function tell(phone: Phone, title: string): Promise<void> {
  await phone.text("MENU");
  await camp.database.query(
    `INSERT INTO told (gathering_id, person_id, remind, at)
     SELECT (SELECT id FROM gatherings WHERE title = $1 ORDER BY starts_at LIMIT 1), (SELECT max(id) FROM people), false, now()`,
    [title],
  );
}

async function starts(): Promise<readonly string[]> {
  const { rows } = await camp.database.query("SELECT starts_at FROM gatherings ORDER BY starts_at");
  return rows.map(({ starts_at }) => starts_at.toISOString());
}
