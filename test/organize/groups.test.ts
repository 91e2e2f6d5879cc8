import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type Camp, startCamp } from "#test/support/camp.ts";
import { type Console, startConsole } from "#test/support/console.ts";

let camp: Camp;
let ada: Console;
beforeEach(async () => {
  camp = await startCamp();
  ada = await startConsole(camp, { phone: "+14015550109", name: "Ada" });
});
afterEach(() => camp.close());

const KITCHEN = {
  name: "Kitchen",
  about: "We cook for all",
  interests: "cooking, cocina,, food",
  place: "Big tent",
  contact: "the kitchen lead",
  open: "yes",
  days: "MO,TH",
  time: "19:00",
  minutes: "60",
};

describe("a group", () => {
  test("is made with its meetings two weeks ahead, and shows on the list with the next one", async () => {
    const page = await ada.post("/organize/groups", KITCHEN);
    expect(page.path).toBe("/organize/groups/1");
    expect(page.text).toContain("1 · Kitchen");
    expect(page.text).toContain("Mon, Thu 19:00, 60 min");
    expect(page.text).toContain("cooking, cocina, food");
    const list = (await ada.get("/organize/groups")).text;
    expect(list).toContain("Next: Mon 23 Nov, 19:00");
    expect(list).toContain("Big tent");
    expect(await starts()).toEqual([
      "2026-11-24T00:00:00.000Z",
      "2026-11-27T00:00:00.000Z",
      "2026-12-01T00:00:00.000Z",
      "2026-12-04T00:00:00.000Z",
    ]);
  });

  test("gets a number that no group ever had", async () => {
    await ada.post("/organize/groups", KITCHEN);
    await ada.post("/organize/groups", { name: "Medics" });
    expect((await ada.post("/organize/groups/2/close", {})).text).toContain("The group is closed.");
    expect((await ada.post("/organize/groups", { name: "Tents" })).text).toContain("3 · Tents");
    expect((await ada.get("/organize/groups")).text).not.toContain("Medics");
  });

  test("is not made of nonsense: what is wrong stands beside its field, and what was typed stays", async () => {
    const page = await ada.post("/organize/groups", {
      ...KITCHEN,
      name: " ",
      contact: "Ben, 401 555 0142",
      time: "25:00",
      minutes: "0",
    });
    expect(page.status).toBe(400);
    expect(page.text).toContain("This is needed.");
    expect(page.text).toContain("Leave phone numbers out");
    expect(page.text).toContain("That is no time of day.");
    expect(page.text).toContain("Say how many minutes it takes");
    expect(page.text).toContain("We cook for all");
    expect((await camp.database.query("SELECT id FROM groups")).rows).toEqual([]);
  });

  test("moves its meetings with its time, and who knows of one is told once; other edits are told to nobody", async () => {
    const knower = await personWhoKnows();
    await ada.post("/organize/groups/1", { ...KITCHEN, about: "We cook and wash up" });
    expect(await knower.unread()).toEqual([]);
    await ada.post("/organize/groups/1", { ...KITCHEN, time: "18:30" });
    const texts = await knower.unread();
    expect(texts).toHaveLength(1);
    expect(texts[0]).toMatch(/6:30pm/);
    expect((await starts())[0]).toBe("2026-11-23T23:30:00.000Z");
    expect(await starts()).toHaveLength(4);
  });

  test("edited changes its regular time alone, not what else of it comes again", async () => {
    const course = { format: "meeting", title: "Bread course", place: "Oven", group: "1", repeat: "weekly" };
    await ada.post("/organize/groups", { ...KITCHEN, days: "", time: "" });
    await ada.post("/organize/gatherings", {
      ...course,
      day: "2026-11-24",
      start: "10:00",
      end: "11:00",
      days: "TU",
    });
    expect((await ada.get("/organize/groups/1/edit")).text).not.toContain('value="10:00"');
    await ada.post("/organize/groups/1", KITCHEN);
    expect(await starts()).toEqual([
      "2026-11-24T00:00:00.000Z",
      "2026-11-24T15:00:00.000Z",
      "2026-11-27T00:00:00.000Z",
      "2026-12-01T00:00:00.000Z",
      "2026-12-01T15:00:00.000Z",
      "2026-12-04T00:00:00.000Z",
    ]);
    expect((await ada.get("/organize/csv/groups.csv")).text).toContain("MO TH,19:00,60");
    await ada.post("/organize/groups/1", { ...KITCHEN, days: "", time: "" });
    expect(await starts()).toEqual(["2026-11-24T15:00:00.000Z", "2026-12-01T15:00:00.000Z"]);
  });

  test("that meets no more, or closes, cancels its dates and tells who knows of one", async () => {
    const knower = await personWhoKnows();
    await ada.post("/organize/groups/1", { ...KITCHEN, days: "", time: "" });
    expect(await knower.unread()).toHaveLength(1);
    const { rows } = await camp.database.query(
      "SELECT cancelled_at IS NOT NULL AS cancelled FROM gatherings",
    );
    expect(rows).toEqual([{ cancelled: true }]);
  });

  test("greys out when nothing was heard of it for three days and nothing is coming", async () => {
    await ada.post("/organize/groups", { name: "Medics" });
    expect((await ada.get("/organize/groups")).text).not.toContain("Nothing heard for days");
    await camp.advance(3 * 24 * 60 + 1);
    const ben = await startConsole(camp, { phone: "+14015550108", name: "Ben" });
    expect((await ben.get("/organize/groups")).text).toContain("Nothing heard for days");
    await ben.post("/organize/groups/1", { name: "Medics", about: "First aid" });
    expect((await ben.get("/organize/groups")).text).not.toContain("Nothing heard for days");
  });

  test("asks the crowd: its need is a post like any other, shown with its state", async () => {
    await ada.post("/organize/groups", KITCHEN);
    expect((await ada.post("/organize/groups/1/ask", { words: "?!" })).status).toBe(400);
    const page = await ada.post("/organize/groups/1/ask", { words: "2 big pots" });
    expect(page.text).toContain("Posted.");
    expect(page.text).toMatch(/2 big pots <span class="tag good">Open/);
    const giver = camp.phone();
    await giver.text("GIFT big pots, have 2");
    expect((await giver.unread()).join()).toContain("2 big pots");
  });
});

describe("a convenor", () => {
  test("edits their own group and no other, and neither makes nor closes any", async () => {
    await ada.post("/organize/groups", KITCHEN);
    await ada.post("/organize/groups", { name: "Medics" });
    const { rows } = await camp.database.query("SELECT id FROM groups ORDER BY number");
    const cleo = await startConsole(camp, {
      phone: "+14015550107",
      name: "Cleo",
      role: "convenor",
      groupId: rows[0]?.id,
    });
    expect((await cleo.post("/organize/groups/1", { ...KITCHEN, about: "Soup" })).text).toContain("Soup");
    expect((await cleo.post("/organize/groups/2", { name: "Mine" })).status).toBe(403);
    expect((await cleo.get("/organize/groups/2/edit")).status).toBe(403);
    expect((await cleo.post("/organize/groups/2/ask", { words: "tents" })).status).toBe(403);
    expect((await cleo.post("/organize/groups", { name: "Mine" })).status).toBe(403);
    expect((await cleo.post("/organize/groups/1/close", {})).status).toBe(403);
    expect((await cleo.get("/organize/groups")).text).not.toContain("New group");
  });
});

test("every change of a group leaves a line in the audit trail, and a helper changes none", async () => {
  await ada.post("/organize/groups", KITCHEN);
  await ada.post("/organize/groups/1", { ...KITCHEN, about: "Soup" });
  await ada.post("/organize/groups/1/ask", { words: "2 pots" });
  await ada.post("/organize/groups/1/close", {});
  const helper = await startConsole(camp, { phone: "+14015550107", name: "Hal", role: "helper" });
  expect((await helper.get("/organize/groups")).status).toBe(403);
  const { rows } = await camp.database.query(
    "SELECT act FROM audit_entries WHERE actor_name = 'Ada' AND act <> 'grant role' ORDER BY id",
  );
  expect(rows.map(({ act }) => act)).toEqual([
    "sign in",
    "make group",
    "edit group",
    "ask for group",
    "close group",
  ]);
});

/** The kitchen is there, and a phone that was told of its first meeting. */
async function personWhoKnows() {
  const phone = camp.phone();
  await phone.text("MENU");
  await ada.post("/organize/groups", KITCHEN);
  await camp.database.query(
    `INSERT INTO told (gathering_id, person_id, remind, at)
     SELECT (SELECT id FROM gatherings ORDER BY starts_at LIMIT 1), (SELECT max(id) FROM people), false, now()`,
  );
  return phone;
}

async function starts(): Promise<readonly string[]> {
  const { rows } = await camp.database.query("SELECT starts_at FROM gatherings ORDER BY starts_at");
  return rows.map(({ starts_at }) => starts_at.toISOString());
}
