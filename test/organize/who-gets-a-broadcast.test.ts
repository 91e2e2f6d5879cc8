import { afterEach, beforeEach, describe, expect, test } from "vitest";
import {
  letGo,
  type Organizers,
  onNews,
  release,
  startUnsent,
  twoOrganizers,
} from "#test/support/broadcasts.ts";
import { type Camp, type Phone, startCamp } from "#test/support/camp.ts";
import { at, insertGathering, insertGroup } from "#test/support/gatherings.ts";

let camp: Camp;
let both: Organizers;

beforeEach(async () => {
  camp = await startCamp({ env: { MESSAGE_RETENTION_HOURS: "1" } });
  both = await twoOrganizers(camp);
});
afterEach(() => camp.close());

test("a broadcast paused for longer than words are kept still goes on", async () => {
  const [phone] = await onNews(camp, 1);
  const { path, id } = await release(both);
  await startUnsent(camp, id);
  await both.ada.post(`${path}/pause`, {});
  await letGo(camp);
  await camp.advance(3 * 60);
  await both.ada.post(`${path}/resume`, {});
  expect(await phone?.unread()).toEqual(["Willow Camp: assembly moved to 8pm"]);
});

describe("a correction", () => {
  test("goes to nobody who said NEWS OFF since, also before it leaves, nor to whom the first one did not reach", async () => {
    const [stays, offBefore, offBetween, never] = await onNews(camp, 4);
    const first = await release(both);
    await never?.text("NEWS OFF");
    await camp.advance(1);
    await never?.text("NEWS");
    await offBefore?.text("NEWS OFF");
    for (const phone of [stays, offBefore, offBetween]) expect(await phone?.unread()).toHaveLength(1);
    const { id } = await release(both, { words: "no, at 9pm", audience: `same:${first.id}` });
    await startUnsent(camp, id);
    await offBetween?.text("NEWS OFF");
    expect(await states(id)).toEqual({ queued: 1, dropped: 1 });
    await letGo(camp);
    expect(await stays?.unread()).toEqual(["Willow Camp: no, at 9pm"]);
    for (const phone of [offBefore, offBetween, never]) expect(await phone?.unread()).toEqual([]);
  });

  test("of a correction follows the wish of the first one: who left the group gets none", async () => {
    const groupId = await insertGroup(camp, { number: 2, name: "Kitchen" });
    const [stays, leaves] = [await member(), await member()];
    const first = await release(both, { audience: "groups", group: String(groupId) });
    await camp.advance(1);
    const second = await release(both, { audience: `same:${first.id}`, words: "one" });
    await camp.advance(1);
    await leaves.text("LEAVE 2");
    await release(both, { audience: `same:${second.id}`, words: "two" });
    await camp.advance(1);
    expect(await stays.unread()).toHaveLength(3);
    expect(await leaves.unread()).toHaveLength(2);
  });
});

test("a text in doubt that comes back from the carrier after NEWS OFF does not leave again", async () => {
  const [phone] = await onNews(camp, 1);
  const { id } = await release(both);
  camp.standIn.behave(() => ({ status: 500, code: 20500 }));
  await camp.advance(1);
  expect(await states(id)).toEqual({ unknown: 1 });
  await phone?.text("NEWS OFF");
  camp.standIn.behave(() => "accept");
  for (let minute = 0; minute < 3; minute++) await camp.advance(1);
  expect(await phone?.unread()).toEqual([]);
  expect(await states(id)).toEqual({ dropped: 1 });
});

describe("who is told of a gathering by a broadcast", () => {
  test("hears when it is cancelled; whom it did not reach, because it was stopped, does not, nor who wants no NEWS since", async () => {
    const gathering = await insertGathering(camp, { title: "Assembly", startsAt: at("19:00") });
    const [got, off] = await onNews(camp, 2);
    await release(both, { gathering: String(gathering) });
    await camp.advance(1);
    for (const phone of [got, off]) expect(await phone?.unread()).toHaveLength(1);
    await off?.text("NEWS OFF");
    const [missed] = await onNews(camp, 1);
    const { path, id } = await release(both, { gathering: String(gathering), words: "bring a cup" });
    await startUnsent(camp, id);
    await both.ada.post(`${path}/stop`, {});
    await letGo(camp);
    await both.ada.post(`/organize/gatherings/${gathering}/cancel`, { step: "cancel" });
    expect(await got?.unread()).toEqual([expect.stringContaining("cancelled")]);
    for (const phone of [missed, off]) expect(await phone?.unread()).toEqual([]);
  });

  test("gets no more texts to those who were told after NEWS OFF, unless they asked to be reminded", async () => {
    const gathering = await insertGathering(camp, { title: "Assembly", startsAt: at("19:00") });
    const [stays, off, asked] = await onNews(camp, 3);
    await release(both, { gathering: String(gathering) });
    await camp.advance(1);
    await asked?.text("AGENDA");
    await asked?.text("1");
    await asked?.text("1");
    for (const phone of [stays, off, asked]) await phone?.unread();
    const { id } = await release(both, { audience: `told:${gathering}`, words: "bring a cup" });
    await startUnsent(camp, id);
    for (const phone of [off, asked]) await phone?.text("NEWS OFF");
    await letGo(camp);
    for (const phone of [stays, asked]) expect(await phone?.unread()).toEqual(["Willow Camp: bring a cup"]);
    expect(await off?.unread()).toEqual([]);
  });
});

async function member(): Promise<Phone> {
  const phone = camp.phone();
  await phone.text("GROUP 2");
  await phone.text("1");
  return phone;
}

async function states(id: number): Promise<Record<string, number>> {
  const { rows } = await camp.database.query(
    "SELECT state, count(*)::int AS count FROM outbound_texts WHERE broadcast_id = $1 GROUP BY state",
    [id],
  );
  return Object.fromEntries(rows.map(({ state, count }) => [state, count]));
}
