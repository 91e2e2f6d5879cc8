import { afterEach, beforeEach, expect, test } from "vitest";
import { type Camp, startCamp } from "#test/support/camp.ts";
import { type Console, startConsole } from "#test/support/console.ts";
import { insertGroup } from "#test/support/gatherings.ts";

let camp: Camp;
let ada: Console;
let ben: Console;
beforeEach(async () => {
  camp = await startCamp();
  ada = await startConsole(camp, { phone: "+14015550108", name: "Ada" });
  ben = await startConsole(camp, { phone: "+14015550109", name: "Ben" });
});
afterEach(() => camp.close());

const FORM = { words: "bring bowls", language: "", gathering: "", start: "", end: "" };

test("a group's broadcast is read out to members without a phone, and to nobody else at the tent", async () => {
  const group = await insertGroup(camp, { number: 4, name: "Kitchen" });
  const member = camp.phone();
  await member.text("GROUP 4");
  await member.text("1");
  const rosa = await add("Rosa");
  const luz = await add("Luz");
  await ada.post(`${rosa}/join`, { group: String(group) });
  const { path } = await ada.post("/organize/broadcasts", {
    ...FORM,
    audience: "groups",
    group: String(group),
  });
  await ada.post(`${path}/submit`, {});
  await ben.post(`${path}/release`, {});
  expect((await ada.get(rosa)).text).not.toContain("bring bowls");
  await camp.advance(1);
  expect(await member.unread()).toEqual(["Willow Camp: bring bowls"]);
  expect((await ada.get(rosa)).text).toContain("Willow Camp: bring bowls");
  expect((await ada.get(luz)).text).not.toContain("bring bowls");
});

async function add(handle: string): Promise<string> {
  const page = await ada.post("/organize/tent", { handle, language: "en", phone: "" });
  return page.path;
}
