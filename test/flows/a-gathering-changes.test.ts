import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type Camp, type Phone, startCamp } from "#test/support/camp.ts";
import { type Console, startConsole } from "#test/support/console.ts";

let camp: Camp;
let ada: Console;
beforeEach(async () => {
  camp = await startCamp();
  ada = await startConsole(camp, { phone: "+14015550109", name: "Ada" });
  await ada.post("/organize/groups", { name: "Kitchen", open: "yes" });
});
afterEach(() => camp.close());

const PREP = {
  format: "meeting",
  title: "Prep",
  place: "Big tent",
  day: "2026-11-23",
  start: "17:00",
  end: "18:00",
  group: "1",
};
const PAGE = "/organize/gatherings/1";
const cancel = () => ada.post(`${PAGE}/cancel`, { step: "cancel" });

describe("a reminder that has not left when its gathering changes", () => {
  test("never leaves after it was cancelled, and who got none hears of nothing", async () => {
    const phone = await member();
    await ada.post("/organize/gatherings", PREP);
    await standStill();
    await camp.advance(4 * 60 + 30);
    await cancel();
    await goOn();
    expect(await phone.unread()).toEqual([]);
  });

  test("that is with the carrier already counts as told; handed back, it does not go again", async () => {
    const phone = await member();
    await ada.post("/organize/gatherings", PREP);
    camp.standIn.behave(() => ({ status: 429, code: 20429 }));
    camp.tick(4 * 60 + 30);
    await expect.poll(async () => (await textRows("queued")).some(({ sends }) => sends > 0)).toBe(true);
    await cancel();
    camp.standIn.behave(() => "accept");
    await camp.advance(5);
    expect(await phone.unread()).toEqual([]);
    expect(await textRows("dropped")).toHaveLength(1);
  });

  test("names the new time instead when it moves a little, once each, also for a sharer of a phone", async () => {
    const phone = await member();
    const asked = camp.phone();
    await ada.post("/organize/gatherings", PREP);
    await asked.text("AGENDA");
    await asked.text("1");
    await asked.text("1");
    await camp.database.query(
      `WITH rosa AS (INSERT INTO people (handle, via_id, created_at, seen_at)
        SELECT 'Rosa', person_id, joined_at, joined_at FROM members RETURNING id)
       INSERT INTO members (group_id, person_id, joined_at) SELECT 1, id, now() FROM rosa`,
    );
    await standStill();
    await camp.advance(4 * 60 + 40);
    await ada.post(PAGE, { ...PREP, start: "17:05" });
    await goOn();
    expect((await phone.unread()).toSorted()).toEqual([
      expect.stringMatching(/^For Rosa: Prep starts today 5:05pm/),
      expect.stringMatching(/^Willow Camp: Prep starts today 5:05pm/),
    ]);
    expect(await asked.unread()).toEqual([expect.stringContaining("Prep has changed: today 5:05pm")]);
    await cancel();
    expect(await phone.unread()).toHaveLength(2);
    expect(await asked.unread()).toHaveLength(1);
  });
});

describe("who got its time in an answer hears when it changes", () => {
  test("whoever joined its group, until they leave it; whoever only looked at the group does not", async () => {
    await ada.post("/organize/gatherings", PREP);
    const [joins, left, looks] = [await member(), await member(), camp.phone()];
    await looks.text("GROUP 1");
    expect(await left.text("LEAVE 1")).toContain("you are out of Kitchen");
    await ada.post(PAGE, { ...PREP, start: "16:00" });
    expect(await joins.unread()).toEqual([expect.stringContaining("Prep has changed: today 4pm")]);
    expect(await left.unread()).toEqual([]);
    expect(await looks.unread()).toEqual([]);
  });

  test("whoever offered an item for it", async () => {
    await ada.post("/organize/gatherings", { ...PREP, format: "assembly", group: "", title: "Assembly" });
    const phone = camp.phone();
    expect(await phone.text("AGENDA more shade here")).toContain("assembly today 5pm");
    await cancel();
    expect(await phone.unread()).toEqual([expect.stringContaining("cancelled: Assembly, today 5pm")]);
  });

  test("nobody after STOP, also when START followed", async () => {
    await ada.post("/organize/gatherings", PREP);
    const phone = await member();
    await phone.text("STOP");
    await phone.text("START");
    await phone.unread();
    await cancel();
    expect(await phone.unread()).toEqual([]);
  });
});

describe("a broadcast about a gathering that is cancelled", () => {
  let ben: Console;
  let reader: Phone;
  let writer: Phone;
  beforeEach(async () => {
    writer = camp.phone("+14015550109");
    ben = await startConsole(camp, { phone: "+14015550108", name: "Ben" });
    await ada.post("/organize/gatherings", PREP);
    reader = camp.phone();
    await reader.text("NEWS");
  });

  test("goes no further, who got none of it hears of nothing, and its writer hears why", async () => {
    const path = await released();
    await standStill();
    await camp.advance(1);
    await cancel();
    await goOn();
    expect(await reader.unread()).toEqual([]);
    expect((await ada.get(path)).text).toContain("Stopped");
    expect(await untrue()).toHaveLength(1);
  });

  test("does not start when it was scheduled for later, or released afterwards", async () => {
    const path = await released({ start: "2026-11-23T15:00" });
    await cancel();
    const late = await released();
    await camp.advance(4 * 60);
    expect(await reader.unread()).toEqual([]);
    for (const each of [path, late]) expect((await ada.get(each)).text).toContain("Stopped");
    expect(await untrue()).toHaveLength(2);
  });

  test("that has left stays sent, and who got it hears that it is off", async () => {
    const path = await released();
    await camp.advance(1);
    expect(await reader.unread()).toEqual(["Willow Camp: Prep at five"]);
    await cancel();
    expect(await reader.unread()).toEqual([expect.stringContaining("cancelled: Prep")]);
    expect((await ada.get(path)).text).not.toContain("Stopped");
  });

  async function untrue(): Promise<readonly string[]> {
    return (await writer.unread()).filter((text) => text.includes("Prep is cancelled, so your broadcast"));
  }

  async function released(change: Record<string, string> = {}): Promise<string> {
    const form = {
      words: "Prep at five",
      audience: "news",
      language: "",
      gathering: "1",
      start: "",
      end: "",
    };
    const { path } = await ada.post("/organize/broadcasts", { ...form, ...change });
    await ada.post(`${path}/submit`, {});
    await ben.post(`${path}/release`, {});
    return path;
  }
});

async function member(): Promise<Phone> {
  const phone = camp.phone();
  await phone.text("GROUP 1");
  await phone.text("1");
  return phone;
}

async function standStill(): Promise<void> {
  await camp.database.query("UPDATE senders SET halted_at = now(), halted_code = '1'");
}

async function goOn(): Promise<void> {
  await camp.database.query("UPDATE senders SET halted_at = NULL, halted_code = NULL");
  await camp.database.query(
    "INSERT INTO outbox (name, subject_id, due_at, wake_at) SELECT 'send', 0, due_at, due_at FROM (SELECT max(created_at) AS due_at FROM outbound_texts HAVING count(*) > 0) last",
  );
  await camp.settled();
}

async function textRows(state: string): Promise<readonly { sends: number }[]> {
  const { rows } = await camp.database.query(
    "SELECT sends FROM outbound_texts WHERE kind = 'reminder' AND state = $1",
    [state],
  );
  return rows;
}
