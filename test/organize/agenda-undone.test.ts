import { afterEach, beforeEach, expect, test } from "vitest";
import { type Camp, type Phone, startCamp } from "#test/support/camp.ts";
import { type Console, startConsole } from "#test/support/console.ts";

let camp: Camp;
let ada: Console;
let dora: Phone;
beforeEach(async () => {
  camp = await startCamp();
  ada = await startConsole(camp, { phone: "+14015550109", name: "Ada" });
  dora = camp.phone();
  await ada.post("/organize/gatherings", ASSEMBLY);
  await dora.text("AGENDA budget for tents");
  await ada.post(`${PAGE}/items/1`, { state: "accepted", minutes: "20" });
  await dora.unread();
});
afterEach(() => camp.close());

const ASSEMBLY = {
  format: "assembly",
  title: "Big assembly",
  place: "Oak tree",
  day: "2026-11-25",
  start: "19:00",
  end: "20:00",
};
const PAGE = "/organize/gatherings/1";
const NEXT = "/organize/gatherings/2";

test("an accepted item is taken off: it waits for its answer again, and its people hear so and of the new answer", async () => {
  const eve = camp.phone();
  await eve.text("AGENDA money");
  await eve.text("2");
  await ada.post(`${PAGE}/items/2`, { state: "merged", into: "1" });
  await eve.unread();
  const page = await ada.post(`${PAGE}/items/1/order`, { step: "back" });
  expect(page.text).toContain("Nothing on the agenda yet.");
  expect(await dora.unread()).toEqual([
    expect.stringContaining('"budget for tents" is off the agenda of the assembly Wed 7pm'),
  ]);
  expect(await eve.unread()).toEqual([expect.stringContaining('"money" is off the agenda')]);
  await ada.post(`${PAGE}/items/1/order`, { step: "back" });
  expect(await dora.unread()).toEqual([]);
  await ada.post(`${PAGE}/items/1`, { state: "accepted", minutes: "5" });
  expect(await dora.unread()).toEqual([expect.stringContaining("is on the agenda of the assembly Wed 7pm")]);
  expect(await eve.unread()).toEqual([expect.stringContaining('together with "budget for tents"')]);
});

test("an accepted item goes to another gathering: its people hear where, and of the changes of that one", async () => {
  await ada.post("/organize/gatherings", { ...ASSEMBLY, day: "2026-11-26" });
  expect((await ada.get(PAGE)).text).toContain("Big assembly, Thu 26 Nov, 19:00");
  await ada.post(`${PAGE}/items/1/order`, { step: "move", to: "2" });
  expect(await dora.unread()).toEqual([
    expect.stringContaining('"budget for tents" is now on the agenda of the assembly Thu 7pm'),
  ]);
  expect((await ada.get(`${NEXT}/print`)).text).toContain("budget for tents");
  expect((await ada.get(`${PAGE}/print`)).text).not.toContain("budget for tents");
  await ada.post(NEXT, { ...ASSEMBLY, day: "2026-11-26", start: "18:00" });
  expect(await dora.unread()).toEqual([expect.stringContaining("has changed: Thu 6pm")]);
});

test("an item goes nowhere that is cancelled or not there", async () => {
  await ada.post("/organize/gatherings", { ...ASSEMBLY, day: "2026-11-26" });
  await ada.post(`${NEXT}/cancel`, { step: "cancel" });
  for (const to of ["2", "77"]) await ada.post(`${PAGE}/items/1/order`, { step: "move", to });
  expect(await dora.unread()).toEqual([]);
  expect((await ada.get(`${PAGE}/print`)).text).toContain("budget for tents");
});

test("when its gathering falls out an accepted item waits on the page of the next, and its people hear so", async () => {
  await ada.post(`${PAGE}/items`, { words: "Water", minutes: "" });
  await ada.post("/organize/gatherings", { ...ASSEMBLY, day: "2026-11-26" });
  await ada.post(`${PAGE}/cancel`, { step: "cancel" });
  expect((await dora.unread()).toSorted()).toEqual([
    expect.stringContaining("cancelled: Big assembly"),
    expect.stringContaining('"budget for tents" was for the assembly Wed 7pm, which is off'),
  ]);
  const next = (await ada.get(NEXT)).text;
  expect(next).toContain("budget for tents");
  expect(next).toContain("Water");
  await ada.post(`${NEXT}/items/1`, { state: "accepted", minutes: "5" });
  expect(await dora.unread()).toEqual([expect.stringContaining("is on the agenda of the assembly Thu 7pm")]);
  expect((await ada.get(`${NEXT}/print`)).text).toContain("budget for tents");
  expect((await ada.post(`${NEXT}/items/1`, { state: "declined" })).status).toBe(409);
});

test("a gathering that is on after all has its agenda as it was", async () => {
  await ada.post(`${PAGE}/cancel`, { step: "cancel" });
  await ada.post(`${PAGE}/cancel`, { step: "restore" });
  expect((await ada.get(`${PAGE}/print`)).text).toContain("budget for tents");
});

test("an item of the table's own that goes lets go of what people offered and was merged into it", async () => {
  await ada.post(`${PAGE}/items`, { words: "Money", minutes: "" });
  await dora.text("AGENDA pizza");
  await dora.text("2");
  await ada.post(`${PAGE}/items/3`, { state: "merged", into: "2" });
  await dora.unread();
  await ada.post(`${PAGE}/items/2/order`, { step: "drop" });
  expect(await dora.unread()).toEqual([expect.stringContaining('"pizza" is off the agenda')]);
  expect((await ada.post(`${PAGE}/items/3`, { state: "declined" })).status).toBe(200);
});

test("an item that is sent to a group reaches it: on its page, and by one text to each who convenes it", async () => {
  await ada.post("/organize/groups", { name: "Kitchen" });
  await ada.post("/organize/groups", { name: "Medics" });
  const cleo = camp.phone("+14015550107");
  const moe = camp.phone("+14015550106");
  for (const [phone, name, groupId] of [
    [cleo.number, "Cleo", 1],
    [moe.number, "Moe", 2],
  ] as const)
    await startConsole(camp, { phone, name, role: "convenor", groupId });
  await dora.text("AGENDA more soup");
  await dora.text("2");
  await ada.post(`${PAGE}/items/2`, { state: "sent", group: "1" });
  expect(await cleo.unread()).toEqual([
    'Willow Camp: the facilitation table sends your group Kitchen an item: "more soup". It stands on the group\'s page at the console.',
  ]);
  expect(await moe.unread()).toEqual([]);
  expect((await ada.get("/organize/groups/1")).text).toMatch(
    /Sent by the facilitation table[\s\S]*more soup/,
  );
  expect((await ada.get("/organize/groups/2")).text).not.toContain("more soup");
});
