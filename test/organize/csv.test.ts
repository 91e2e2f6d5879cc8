import { afterEach, beforeEach, expect, test } from "vitest";
import { type Camp, startCamp } from "#test/support/camp.ts";
import { type Console, startConsole } from "#test/support/console.ts";

let camp: Camp;
let ada: Console;
beforeEach(async () => {
  camp = await startCamp();
  ada = await startConsole(camp, { phone: "+14015550109", name: "Ada" });
});
afterEach(() => camp.close());

const GROUPS = `number,name,about,interests,place,contact,open,days,time,minutes
,Kitchen,We cook,"cooking, cocina",Big tent,the kitchen lead,yes,Mon Thu,7:00,60
7,Medics,First aid,"medic, salud",White tent,,no,,,
`;
const GATHERINGS = `title;place;day;start;end;format;group;open;notes
Big assembly;Oak;2026-11-25;19:00;21:00;assembly;;yes;Bring a chair
First aid;White tent;2026-11-26;10:00;12:00;training;7;sí;
`;

test("a table of groups is looked at first, changes nothing by that, and is then brought in", async () => {
  const seen = await ada.post("/organize/csv", { what: "groups", text: GROUPS });
  expect(seen.text).toContain("Nothing has changed yet.");
  expect(seen.text).toMatch(/<td>2<\/td><td>Kitchen<\/td><td>makes a group/);
  expect((await camp.database.query("SELECT id FROM groups")).rows).toEqual([]);
  const done = await ada.post("/organize/csv/import", { what: "groups", text: GROUPS });
  expect(done.text).toContain("Brought in.");
  const list = (await ada.get("/organize/groups")).text;
  expect(list).toContain("7 · Medics");
  expect(list).toContain("8 · Kitchen");
  expect(list).toContain("Next: Thu 26 Nov, 07:00");
});

test("what is taken out can be brought in again and changes nothing, formulas and all", async () => {
  await ada.post("/organize/csv/import", { what: "groups", text: GROUPS });
  await ada.post("/organize/groups", { name: "=SUM(A1)", about: "-1 and @home" });
  await ada.post("/organize/csv/import", { what: "gatherings", text: GATHERINGS });
  const groups = (await ada.get("/organize/csv/groups.csv")).text;
  expect(groups).toContain("'=SUM(A1),'-1 and @home");
  for (const [what, text, lines] of [
    ["groups", groups, 3],
    ["gatherings", (await ada.get("/organize/csv/gatherings.csv")).text, 6],
  ] as const) {
    const page = await ada.post("/organize/csv", { what, text });
    expect(page.status).toBe(200);
    expect(page.text.match(/is there already/g)).toHaveLength(lines);
  }
  const before = await counts();
  await ada.post("/organize/csv/import", { what: "groups", text: groups });
  expect(await counts()).toEqual(before);
});

test("one faulty line keeps all of them out, and each is named in plain words", async () => {
  const text = `${GROUPS},,no name,,,,maybe,Mon Xyz,25:00,60\n7,Medics too,,,,"ask 401 555 0142",yes,,,\n`;
  for (const path of ["/organize/csv", "/organize/csv/import"]) {
    const page = await ada.post(path, { what: "groups", text });
    expect(page.status).toBe(400);
    expect(page.text).toMatch(/<td>4<\/td><td>name<\/td><td>This is needed./);
    expect(page.text).toMatch(/<td>4<\/td><td>open<\/td><td>That is not one of the choices./);
    expect(page.text).toMatch(/<td>4<\/td><td>days<\/td><td>That is not one of the choices./);
    expect(page.text).toMatch(/<td>5<\/td><td>number<\/td><td>This is on another line too./);
    expect(page.text).toMatch(/<td>5<\/td><td>contact<\/td><td>Leave phone numbers out/);
  }
  expect((await camp.database.query("SELECT id FROM groups")).rows).toEqual([]);
});

test("a line with the number of a group changes it, and one of a closed group is refused", async () => {
  await ada.post("/organize/groups", { name: "Kitchen" });
  const text = "number,name,place\n1,Soup kitchen,Elm\n";
  expect((await ada.post("/organize/csv", { what: "groups", text })).text).toContain("changes a group");
  await ada.post("/organize/csv/import", { what: "groups", text });
  expect((await ada.get("/organize/groups/1")).text).toContain("1 · Soup kitchen");
  await ada.post("/organize/groups/1/close", {});
  expect((await ada.post("/organize/csv", { what: "groups", text })).text).toContain(
    "a group that is closed",
  );
});

test("a table with some columns changes those alone: the others stay, and nobody hears of a meeting that stands", async () => {
  await ada.post("/organize/csv/import", { what: "groups", text: GROUPS });
  const phone = camp.phone();
  await phone.text("GROUP 8");
  expect(await phone.text("1")).toContain("Next Thu 7am");
  const before = (await ada.get("/organize/csv/groups.csv")).text;
  const text = "number,name,contact\n8,Kitchen,the cook\n";
  const seen = await ada.post("/organize/csv", { what: "groups", text });
  expect(seen.text).toMatch(/<td>Kitchen<\/td><td>changes a group: contact<\/td>/);
  await ada.post("/organize/csv/import", { what: "groups", text });
  expect((await ada.get("/organize/csv/groups.csv")).text).toBe(
    before.replace("the kitchen lead", "the cook"),
  );
  expect(await phone.unread()).toEqual([]);
  const ends = "number,name,days\n8,Kitchen,\n";
  expect((await ada.post("/organize/csv", { what: "groups", text: ends })).text).toContain(
    "changes a group: days, time, minutes",
  );
  await ada.post("/organize/csv/import", { what: "groups", text: ends });
  expect(await phone.unread()).toHaveLength(1);
});

test("brought in twice it makes nothing twice: without a number a line is the group of its name", async () => {
  await ada.post("/organize/csv/import", { what: "groups", text: GROUPS });
  const before = await counts();
  expect((await ada.post("/organize/csv", { what: "groups", text: GROUPS })).text).not.toContain(
    "makes a group",
  );
  await ada.post("/organize/csv/import", { what: "groups", text: GROUPS });
  expect(await counts()).toEqual(before);
  const page = await ada.post("/organize/csv", { what: "groups", text: "name,place\nkitchen ,Elm\n" });
  expect(page.text).toContain("changes a group: name, place (found by its name)");
});

test("a name that several groups have, or that stands on two lines, is asked about", async () => {
  const twice = await ada.post("/organize/csv", { what: "groups", text: "name\nTents\ntents\n" });
  expect(twice.text).toMatch(/<td>3<\/td><td>number<\/td><td>This is on another line too./);
  await ada.post("/organize/groups", { name: "Tents" });
  await ada.post("/organize/groups", { name: "Tents" });
  const page = await ada.post("/organize/csv", { what: "groups", text: "name,place\nTents,Elm\n" });
  expect(page.text).toContain("Several groups have this name.");
});

test("gatherings come in by the camp's clock; those of a group that is not there do not", async () => {
  const wrong = await ada.post("/organize/csv", { what: "gatherings", text: GATHERINGS });
  expect(wrong.text).toContain("There is no group with this number.");
  await ada.post("/organize/csv/import", { what: "groups", text: GROUPS });
  await ada.post("/organize/csv/import", { what: "gatherings", text: GATHERINGS });
  const list = (await ada.get("/organize/gatherings")).text;
  expect(list).toMatch(/Wednesday 25 November[\s\S]*19:00–21:00[\s\S]*Big assembly/);
});

test.each([
  ["", "The first line must name the columns"],
  ["hello", "The first line must name the columns"],
  ["name\n", "There is nothing below the first line."],
  ['name\n"Kitchen', "This is no table"],
])("what is no table of groups is said to be none: %j", async (text, says) => {
  const page = await ada.post("/organize/csv", { what: "groups", text });
  expect(page.status).toBe(400);
  expect(page.text).toMatch(new RegExp(says));
});

test("tables are for organizers", async () => {
  await ada.post("/organize/groups", { name: "Medics" });
  const cleo = await startConsole(camp, {
    phone: "+14015550107",
    name: "Cleo",
    role: "convenor",
    groupId: 1,
  });
  expect((await cleo.get("/organize/csv")).status).toBe(403);
  expect((await cleo.get("/organize/csv/groups.csv")).status).toBe(403);
  expect((await cleo.post("/organize/csv/import", { what: "groups", text: GROUPS })).status).toBe(403);
});

async function counts() {
  const { rows } = await camp.database.query(
    "SELECT (SELECT count(*) FROM groups) AS groups, (SELECT count(*) FROM gatherings) AS gatherings, (SELECT count(*) FROM series) AS series",
  );
  return rows;
}
