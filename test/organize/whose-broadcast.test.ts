import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { FORM, type Organizers, plain, release, twoOrganizers } from "#test/support/broadcasts.ts";
import { type Camp, type Phone, startCamp } from "#test/support/camp.ts";
import { type Console, startConsole } from "#test/support/console.ts";
import { insertGroup } from "#test/support/gatherings.ts";

let camp: Camp;
let both: Organizers;
let cook: Console;
let groupId: number;

beforeEach(async () => {
  camp = await startCamp();
  both = await twoOrganizers(camp);
  groupId = await insertGroup(camp, { number: 2, name: "Kitchen" });
  cook = await startConsole(camp, { phone: "+14015550107", name: "Cleo", role: "convenor", groupId });
});
afterEach(() => camp.close());

test("a convenor neither sees, tests nor changes what is written to others", async () => {
  const { path } = await both.ada.post("/organize/broadcasts", FORM);
  const phone = camp.phone("+14015550107");
  expect((await cook.get("/organize/broadcasts")).text).not.toContain(FORM.words);
  for (const page of [path, `${path}/edit`]) expect((await cook.get(page)).path).toBe("/organize/broadcasts");
  await cook.post(`${path}/test`, {});
  expect(await phone.unread()).toEqual([]);
  const mine = { ...FORM, audience: "groups", group: String(groupId), words: "onions" };
  expect((await cook.post(path, mine)).text).toContain("Your role does not let you write to these people.");
  expect((await both.ada.get(path)).text).toContain(FORM.words);
  const { rows } = await camp.database.query("SELECT words, created_by FROM broadcasts");
  expect(rows).toEqual([{ words: FORM.words, created_by: "Ada" }]);
});

test("a change of a draft stands in the trail", async () => {
  const { path } = await both.ada.post("/organize/broadcasts", FORM);
  await both.ben.post(path, { ...FORM, words: "all to the gate" });
  const { rows } = await camp.database.query(
    "SELECT actor_name, subject FROM audit_entries WHERE act = 'change broadcast'",
  );
  expect(rows).toEqual([{ actor_name: "Ben", subject: `no. ${path.split("/").at(-1)}` }]);
});

test("a convenor corrects what went to the own group, and sees it in the list; nobody else's", async () => {
  const member = await joined();
  const { path } = await cook.post("/organize/broadcasts", {
    ...FORM,
    audience: "groups",
    group: String(groupId),
  });
  const id = path.split("/").at(-1);
  await cook.post(`${path}/submit`, {});
  await both.ben.post(`${path}/release`, {});
  await camp.advance(1);
  expect(await member.unread()).toHaveLength(1);
  const correction = { ...FORM, audience: `same:${id}`, words: "no, at 9pm" };
  const { path: next } = await cook.post("/organize/broadcasts", correction);
  expect((await cook.get("/organize/broadcasts")).text).toContain("no, at 9pm");
  await cook.post(`${next}/submit`, {});
  await both.ben.post(`${next}/release`, {});
  await camp.advance(1);
  expect(await member.unread()).toEqual(["Willow Camp: no, at 9pm"]);
  const toAll = await release(both);
  const refused = await cook.post("/organize/broadcasts", { ...FORM, audience: `same:${toAll.id}` });
  expect(refused.status).toBe(400);
  expect(refused.text).toContain("Your role does not let you write to these people.");
});

describe("several groups", () => {
  test("are ticked, and who is in two of them gets it once", async () => {
    const gate = await insertGroup(camp, { number: 3, name: "Gate" });
    const [inOne, inBoth, inNone] = [await joined(), await joined(3), camp.phone()];
    await inNone.text("NEWS");
    await inBoth.text("GROUP 2");
    await inBoth.text("1");
    const form = Object.entries({ ...FORM, audience: "groups" });
    const draft = await both.ada.post("/organize/broadcasts", [
      ...form,
      ["group", String(groupId)],
      ["group", String(gate)],
    ]);
    expect(plain(draft.text)).toContain("Kitchen");
    expect(plain(draft.text)).toContain("Gate");
    expect(plain(draft.text)).toContain("2 people");
    const edit = (await both.ada.get(`${draft.path}/edit`)).text;
    expect(edit.match(/name="group" value="\d+" checked/g)).toHaveLength(2);
    await both.ada.post(`${draft.path}/submit`, {});
    await both.ben.post(`${draft.path}/release`, {});
    await camp.advance(1);
    for (const phone of [inOne, inBoth]) expect(await phone.unread()).toHaveLength(1);
    expect(await inNone.unread()).toEqual([]);
  });

  test.each([
    [{ audience: "groups" }, "Tick at least one group."],
    [{ audience: "news", group: "1" }, "Choose one of the two."],
  ])("%o is refused in plain words", async (change, words) => {
    await joined();
    const answer = await both.ada.post("/organize/broadcasts", { ...FORM, ...change });
    expect(answer.status).toBe(400);
    expect(answer.text).toContain(words);
  });

  test("a convenor of one cannot add another", async () => {
    const gate = await insertGroup(camp, { number: 3, name: "Gate" });
    const form = Object.entries({ ...FORM, audience: "groups" });
    const refused = await cook.post("/organize/broadcasts", [
      ...form,
      ["group", String(groupId)],
      ["group", String(gate)],
    ]);
    expect(refused.text).toContain("Your role does not let you write to these people.");
  });
});

async function joined(number = 2): Promise<Phone> {
  const phone = camp.phone();
  await phone.text(`GROUP ${number}`);
  await phone.text("1");
  return phone;
}
