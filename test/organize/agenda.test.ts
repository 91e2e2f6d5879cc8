import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type Camp, type Phone, startCamp } from "#test/support/camp.ts";
import { type Console, startConsole } from "#test/support/console.ts";

let camp: Camp;
let ada: Console;
let dora: Phone;
beforeEach(async () => {
  camp = await startCamp();
  ada = await startConsole(camp, { phone: "+14015550109", name: "Ada" });
  dora = camp.phone();
  await dora.text("MENU");
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

describe("an item that somebody offered", () => {
  test("is put on the agenda, and who offered it gets one text, also when two at the table answer", async () => {
    await ada.post("/organize/gatherings", ASSEMBLY);
    await dora.text("AGENDA budget for tents");
    expect((await ada.get(PAGE)).text).toContain("budget for tents");
    const ben = await startConsole(camp, { phone: "+14015550108", name: "Ben" });
    const answers = await Promise.all([
      ada.post(`${PAGE}/items/1`, { state: "accepted", minutes: "20" }),
      ben.post(`${PAGE}/items/1`, { state: "declined" }),
    ]);
    expect(answers.map(({ status }) => status)).toEqual(expect.arrayContaining([200, 409]));
    expect(answers.find(({ status }) => status === 409)?.text).toContain("before you");
    expect(await dora.unread()).toHaveLength(1);
  });

  test("hears which assembly, and from then on of its moves", async () => {
    await ada.post("/organize/gatherings", ASSEMBLY);
    await dora.text("AGENDA budget for tents");
    await ada.post(`${PAGE}/items/1`, { state: "accepted", minutes: "" });
    expect((await dora.unread()).join()).toMatch(
      /"budget for tents" is on the agenda of the assembly Wed 7pm/,
    );
    await ada.post(PAGE, { ...ASSEMBLY, start: "18:00", end: "19:00" });
    expect((await dora.unread()).join()).toMatch(/6pm/);
  });

  test("is merged, sent to a group or declined, each with its own answer in the person's language", async () => {
    await ada.post("/organize/groups", { name: "Kitchen" });
    await ada.post("/organize/gatherings", ASSEMBLY);
    await ada.post(`${PAGE}/items`, { words: "Money", minutes: "15" });
    for (const words of ["budget", "more soup", "pizza"]) {
      await dora.text(`AGENDA ${words}`);
      await dora.text("2");
    }
    await ada.post(`${PAGE}/items/2`, { state: "merged", into: "1" });
    expect((await dora.unread()).join()).toMatch(/together with "Money" at the assembly Wed 7pm/);
    await camp.database.query(
      "UPDATE people SET language = 'es' WHERE id = (SELECT max(person_id) FROM items)",
    );
    await ada.post(`${PAGE}/items/3`, { state: "sent", group: "1" });
    expect((await dora.unread()).join()).toMatch(/"more soup" paso al grupo Kitchen. Manda GRUPO 1/);
    const page = await ada.post(`${PAGE}/items/4`, { state: "declined" });
    expect((await dora.unread()).join()).toMatch(/la mesa no incluyo "pizza"/);
    expect(page.text).toMatch(/budget <span class="tag">Merged into: Money/);
    expect(page.text).toMatch(/more soup <span class="tag">Sent to: Kitchen/);
    expect(page.text).toContain("Nothing waits for an answer.");
  });

  test("before any assembly was planned, or to one that fell out, waits on the page of the next", async () => {
    await dora.text("AGENDA from before");
    await dora.text("2");
    await ada.post("/organize/gatherings", ASSEMBLY);
    await ada.post("/organize/gatherings", { ...ASSEMBLY, day: "2026-11-26" });
    await dora.text("AGENDA to the first");
    expect((await ada.get(PAGE)).text).toContain("from before");
    expect((await ada.get("/organize/gatherings/2")).text).not.toContain("from before");
    expect((await ada.post("/organize/gatherings/2/items/1", { state: "declined" })).status).toBe(409);
    await ada.post(`${PAGE}/cancel`, { step: "cancel" });
    const next = (await ada.get("/organize/gatherings/2")).text;
    expect(next).toContain("from before");
    expect(next).toContain("to the first");
    await ada.post("/organize/gatherings/2/items/2", { state: "accepted", minutes: "5" });
    expect((await ada.get("/organize/gatherings/2/print")).text).toContain("to the first");
  });

  test("is merged into nothing that is not there", async () => {
    await ada.post("/organize/gatherings", ASSEMBLY);
    await dora.text("AGENDA budget");
    await dora.text("2");
    expect((await ada.post(`${PAGE}/items/1`, { state: "merged", into: "77" })).status).toBe(409);
    expect((await ada.post(`${PAGE}/items/1`, { state: "sent", group: "77" })).status).toBe(409);
    expect(await dora.unread()).toEqual([]);
  });
});

describe("the agenda", () => {
  test("is put in order, and says when it is too much for the time", async () => {
    await ada.post("/organize/gatherings", ASSEMBLY);
    for (const words of ["One", "Two", "Three"]) await ada.post(`${PAGE}/items`, { words, minutes: "20" });
    let page = await ada.post(`${PAGE}/items/3/order`, { step: "up" });
    expect(order(page.text)).toEqual(["1. One", "2. Three", "3. Two"]);
    expect(page.text).not.toContain("That is too much");
    page = await ada.post(`${PAGE}/items/2/order`, { step: "minutes", minutes: "30" });
    expect(page.text).toMatch(/Planned: 70 minutes. The gathering has: 60 minutes. That is too much./);
    page = await ada.post(`${PAGE}/items/1/order`, { step: "drop" });
    expect(order(page.text)).toEqual(["1. Three", "2. Two"]);
    page = await ada.post(`${PAGE}/items/3/order`, { step: "up" });
    expect(order(page.text)).toEqual(["1. Three", "2. Two"]);
  });

  test("is printed in its order with its minutes, in both languages, without the phone number that was typed", async () => {
    await ada.post("/organize/gatherings", ASSEMBLY);
    await ada.post(`${PAGE}/items`, { words: "Water, ask 401 555 0142", minutes: "20" });
    const sheet = (await ada.get(`${PAGE}/print`)).text;
    for (const part of [
      "Big assembly",
      "Asamblea",
      "19:00–20:00",
      "Oak tree",
      "Water",
      "20 min",
      "Quién hace qué",
    ])
      expect(sheet).toContain(part);
    expect(sheet).not.toContain("555 0142");
  });

  test("is answered by organizers, not by the convenor of a group, and each answer is in the trail", async () => {
    await ada.post("/organize/groups", { name: "Kitchen" });
    await ada.post("/organize/gatherings", ASSEMBLY);
    await dora.text("AGENDA budget");
    await dora.text("2");
    const cleo = await startConsole(camp, {
      phone: "+14015550107",
      name: "Cleo",
      role: "convenor",
      groupId: 1,
    });
    expect((await cleo.get(PAGE)).text).not.toContain("Put on the agenda");
    expect((await cleo.post(`${PAGE}/items/1`, { state: "declined" })).status).toBe(403);
    expect((await cleo.post(`${PAGE}/items`, { words: "Mine", minutes: "" })).status).toBe(403);
    await ada.post(`${PAGE}/items/1`, { state: "declined" });
    const { rows } = await camp.database.query(
      "SELECT act, subject FROM audit_entries WHERE act LIKE 'item%' OR act LIKE 'agenda%'",
    );
    expect(rows).toEqual([{ act: "item declined", subject: "Big assembly" }]);
  });
});

function order(page: string): readonly string[] {
  return [...page.matchAll(/<b>(\d+\. \w+)<\/b>/g)].map(([, item = ""]) => item);
}
