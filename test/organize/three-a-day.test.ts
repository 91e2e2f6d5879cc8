import { afterEach, beforeEach, expect, test } from "vitest";
import { FORM, type Organizers, onNews, release, twoOrganizers } from "#test/support/broadcasts.ts";
import { type Camp, startCamp } from "#test/support/camp.ts";
import { at, insertGathering, insertGroup } from "#test/support/gatherings.ts";

const TOO_MANY = "Three went to everyone today already.";
let camp: Camp;
let both: Organizers;

beforeEach(async () => {
  camp = await startCamp();
  both = await twoOrganizers(camp);
  await onNews(camp, 2);
});
afterEach(() => camp.close());

test("of two releases at one moment that would both be the third, one is", async () => {
  for (let i = 0; i < 2; i++) await release(both);
  const drafts = await Promise.all([waiting(), waiting()]);
  const answers = await Promise.all(drafts.map((path) => both.ben.post(`${path}/release`, {})));
  expect(answers.filter(({ text }) => text.includes(TOO_MANY))).toHaveLength(1);
});

test("the day is the one on which it goes: three for tomorrow leave room today, and fill tomorrow", async () => {
  const tomorrow = { start: "2026-11-24T12:00" };
  for (let i = 0; i < 3; i++) expect((await release(both, tomorrow)).answer.status).toBe(200);
  expect((await release(both)).answer.status).toBe(200);
  expect((await release(both, tomorrow)).answer.text).toContain(TOO_MANY);
});

test("what is released by night for the morning counts for the morning", async () => {
  await camp.advance(10 * 60);
  for (let i = 0; i < 3; i++) expect((await release(both)).answer.status).toBe(200);
  await camp.advance(11 * 60);
  both = await twoOrganizers(camp);
  expect((await release(both)).answer.text).toContain(TOO_MANY);
});

test("a correction counts as what it corrects, and a text to all who were told of everybody's gathering too", async () => {
  const gathering = await insertGathering(camp, { title: "Assembly", startsAt: at("19:00") });
  const first = await release(both, { gathering: String(gathering) });
  await camp.advance(1);
  expect((await release(both, { audience: `same:${first.id}` })).answer.status).toBe(200);
  expect((await release(both, { audience: `told:${gathering}` })).answer.status).toBe(200);
  for (const audience of ["news", `same:${first.id}`, `told:${gathering}`])
    expect((await release(both, { audience })).answer.text).toContain(TOO_MANY);
});

test("a group's own texts, and those about its gathering, are not counted", async () => {
  const groupId = await insertGroup(camp, { number: 2, name: "Kitchen" });
  const phone = camp.phone();
  await phone.text("GROUP 2");
  await phone.text("1");
  const gathering = await insertGathering(camp, { title: "Prep", startsAt: at("19:00"), groupId });
  for (let i = 0; i < 3; i++) await release(both);
  const about = { audience: "groups", group: String(groupId), gathering: String(gathering) };
  expect((await release(both, about)).answer.status).toBe(200);
  await camp.advance(1);
  expect((await release(both, { audience: `told:${gathering}` })).answer.status).toBe(200);
});

test("three a person: one in each language takes one of everybody's three", async () => {
  const [spanish] = await onNews(camp, 1);
  await spanish?.text("NOTICIAS");
  for (const language of ["en", "es", "", ""])
    expect((await release(both, { language })).answer.status).toBe(200);
  for (const language of ["en", "es", ""])
    expect((await release(both, { language })).answer.text).toContain(TOO_MANY);
});

async function waiting(): Promise<string> {
  const { path } = await both.ada.post("/organize/broadcasts", FORM);
  await both.ada.post(`${path}/submit`, {});
  return path;
}
