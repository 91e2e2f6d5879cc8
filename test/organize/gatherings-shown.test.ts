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

const ASSEMBLY = {
  format: "assembly",
  title: "Big assembly",
  place: "Oak tree",
  day: "2026-11-25",
  start: "19:00",
  end: "21:00",
  notes: "Bring a chair",
};

test("what is planned after two weeks is on a page of its own, as far away as it is", async () => {
  await ada.post("/organize/gatherings", ASSEMBLY);
  expect((await ada.get("/organize/gatherings")).text).not.toContain("What is planned later");
  await ada.post("/organize/gatherings", { ...ASSEMBLY, title: "Farewell", day: "2027-02-01" });
  const first = (await ada.get("/organize/gatherings")).text;
  expect(first).not.toContain("Farewell");
  const [, later = ""] = /href="([^"]*)">What is planned later/.exec(first) ?? [];
  const page = (await ada.get(later)).text;
  expect(page).toMatch(/From Monday 1 February[\s\S]*Farewell/);
  expect(page).toContain("Back to the coming two weeks");
  expect(page).not.toContain("What is planned later");
});

test("a gathering may end after midnight, from the form and from a table, and comes out of it the same", async () => {
  const fire = { ...ASSEMBLY, title: "Fire", start: "22:00", end: "00:30" };
  expect((await ada.post("/organize/gatherings", fire)).text).toContain("22:00–00:30");
  const text = "title,place,day,start,end\nTales,Oak,2026-11-25,23:00,1:00\n";
  await ada.post("/organize/csv/import", { what: "gatherings", text });
  expect((await ada.get("/organize/gatherings")).text).toContain("23:00–01:00");
  const table = (await ada.get("/organize/csv/gatherings.csv")).text;
  const again = await ada.post("/organize/csv", { what: "gatherings", text: table });
  expect(again.text.match(/is there already/g)).toHaveLength(2);
});

test("a helper reads gatherings, agendas and the day sheet, and changes none of them", async () => {
  await ada.post("/organize/gatherings", ASSEMBLY);
  const hal = await startConsole(camp, { phone: "+14015550107", name: "Hal", role: "helper" });
  const list = await hal.get("/organize/gatherings");
  expect(list.text).toContain("Big assembly");
  expect(list.text).not.toMatch(/New gathering|Import or export/);
  const page = await hal.get("/organize/gatherings/1");
  expect(page.text).toContain("Bring a chair");
  expect(page.text).not.toMatch(/Cancel it|Add an item|\/edit/);
  for (const path of ["/organize/gatherings/1/print", "/organize/day-sheet?date=2026-11-25"])
    expect((await hal.get(path)).text).toContain("Big assembly");
  for (const path of ["/organize/gatherings/new", "/organize/gatherings/1/edit"])
    expect((await hal.get(path)).status).toBe(403);
  for (const [path, form] of [
    ["", ASSEMBLY],
    ["", { ...ASSEMBLY, title: "" }],
    ["/1", { ...ASSEMBLY, place: "Elm" }],
    ["/1", { ...ASSEMBLY, place: "" }],
    ["/1/cancel", { step: "cancel" }],
    ["/1/items", { words: "Mine" }],
  ] as const)
    expect((await hal.post(`/organize/gatherings${path}`, form)).status).toBe(403);
});
