import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type Camp, type Phone, startCamp } from "#test/support/camp.ts";
import { type Console, startConsole } from "#test/support/console.ts";

let camp: Camp;
let ada: Console;
let ben: Console;

beforeEach(async () => {
  camp = await startCamp({ env: { SMS_PER_SECOND: "1000", SEGMENT_PRICE: "0.0079" } });
  ada = await startConsole(camp, { phone: "+14015550108", name: "Ada" });
  ben = await startConsole(camp, { phone: "+14015550109", name: "Ben" });
});
afterEach(() => camp.close());

const FORM = {
  words: "assembly moved to 8pm",
  audience: "news",
  language: "",
  gathering: "",
  start: "",
  end: "",
};

describe("a broadcast at the console", () => {
  test("says people, segments, cost and minutes before it goes; a second organizer releases it; each gets it once", async () => {
    const subscribers = await onNews(3);
    const draft = await ada.post("/organize/broadcasts", FORM);
    expect(plain(draft.text)).toContain("3 people");
    expect(plain(draft.text)).toContain("3 segments in all");
    expect(plain(draft.text)).toContain("0.02 cost");
    expect(plain(draft.text)).toContain("Willow Camp: assembly moved to 8pm");
    await ada.post(`${draft.path}/submit`, {});
    expect((await ada.get(draft.path)).text).not.toContain("/release");
    expect((await ada.post(`${draft.path}/release`, {})).status).toBe(409);
    const released = await ben.post(`${draft.path}/release`, {});
    expect(released.text).toContain("Undo: do not send it");
    await camp.advance(1);
    for (const phone of subscribers)
      expect(await phone.unread()).toEqual(["Willow Camp: assembly moved to 8pm"]);
    expect(plain((await ada.get(draft.path)).text)).toMatch(/with the carrier 3/);
  });

  test("is never in one person's hands: who changes it wrote it, and only the writer asks for its release", async () => {
    await onNews(1);
    const draft = await ada.post("/organize/broadcasts", FORM);
    expect((await ben.post(`${draft.path}/submit`, {})).status).toBe(409);
    await ben.post(draft.path, { ...FORM, words: "all to the gate" });
    expect((await ada.post(`${draft.path}/submit`, {})).status).toBe(409);
    await ben.post(`${draft.path}/submit`, {});
    expect((await ben.post(`${draft.path}/release`, {})).status).toBe(409);
    expect((await ada.post(`${draft.path}/release`, {})).status).toBe(200);
  });

  test("is undone within twenty seconds", async () => {
    const [subscriber] = await onNews(1);
    const path = await released();
    await ada.post(`${path}/stop`, {});
    await camp.advance(5);
    expect(await subscriber?.unread()).toEqual([]);
    expect((await ada.get(path)).text).toContain("Stopped");
  });

  test("is paused in its middle, goes on, and nobody gets it twice", async () => {
    const subscribers = await onNews(4);
    const path = await released();
    await camp.database.query("UPDATE senders SET next_at = 'infinity'");
    camp.tick(1);
    await startedBroadcast();
    const paused = await ada.post(`${path}/pause`, {});
    expect(paused.text).toContain("Go on");
    await camp.database.query("UPDATE senders SET next_at = now()");
    await camp.settled();
    for (const phone of subscribers) expect(await phone.unread()).toEqual([]);
    await ada.post(`${path}/resume`, {});
    for (const phone of subscribers) expect(await phone.unread()).toHaveLength(1);
  });

  test("what has not left by its end is dropped, and said so", async () => {
    const subscribers = await onNews(2);
    const path = await released({ end: "2026-11-23T12:10" });
    await camp.database.query("UPDATE senders SET next_at = 'infinity'");
    camp.tick(1);
    await startedBroadcast();
    camp.tick(30);
    await camp.database.query("UPDATE senders SET next_at = now()");
    await camp.settled();
    for (const phone of subscribers) expect(await phone.unread()).toEqual([]);
    expect(plain((await ada.get(path)).text)).toContain("2: its time was over");
  });

  test("a correction goes to the same people, whoever joined since", async () => {
    const [first] = await onNews(1);
    const path = await released();
    await camp.advance(1);
    const [later] = await onNews(1);
    await first?.unread();
    const id = path.split("/").at(-1);
    const form = (await ada.get(`/organize/broadcasts/new?corrects=${id}`)).text;
    expect(form).toContain(`value="same:${id}" checked`);
    await released({ words: "no, at 9pm", audience: `same:${id}` });
    await camp.advance(1);
    expect(await first?.unread()).toEqual(["Willow Camp: no, at 9pm"]);
    expect(await later?.unread()).toEqual([]);
  });

  test("scheduled, it goes at its hour and not before, to who is on NEWS by then", async () => {
    await onNews(1);
    const path = await released({ start: "2026-11-23T15:00" });
    const [subscriber] = await onNews(1);
    expect((await ada.get(path)).text).toContain("15:00");
    await camp.advance(170);
    expect(await subscriber?.unread()).toEqual([]);
    await camp.advance(20);
    expect(await subscriber?.unread()).toHaveLength(1);
  });

  test("only those who read Spanish, when that is chosen", async () => {
    const [english, spanish] = await onNews(2);
    await spanish?.text("NOTICIAS");
    await released({ language: "es", words: "asamblea a las 8" });
    await camp.advance(1);
    expect(await english?.unread()).toEqual([]);
    expect(await spanish?.unread()).toEqual(["Willow Camp: asamblea a las 8"]);
  });

  test("a test goes to my own phone alone", async () => {
    const me = camp.phone("+14015550108");
    const [subscriber] = await onNews(1);
    const draft = await ada.post("/organize/broadcasts", FORM);
    expect((await ada.post(`${draft.path}/test`, {})).text).toContain("On its way to your phone.");
    expect(await me.unread()).toEqual(["Willow Camp: assembly moved to 8pm"]);
    expect(await subscriber?.unread()).toEqual([]);
  });

  test("signs outside the phone alphabet are marked, and one touch puts plain ones there", async () => {
    const preview = JSON.parse(
      (await ada.post("/organize/broadcasts/preview", { words: "soup “now” 🍲" })).text,
    );
    expect(preview).toMatchObject({ encoding: "UCS-2", segments: 1 });
    expect(preview.pieces).toContainEqual({ text: "🍲", fix: "" });
    const fixed = await ada.post("/organize/broadcasts", { ...FORM, words: "reunión 🍲", fix: "yes" });
    expect(fixed.text).toContain(">reunion </textarea>");
  });

  test.each([
    [{ words: "  " }, "Write what it says first."],
    [{ words: "a".repeat(600) }, "longer than three segments"],
    [{ audience: "" }, "Choose who gets it."],
    [{ start: "2026-11-22T10:00" }, "no time in the future"],
    [{ start: "nonsense" }, "no time in the future"],
    [{ start: "2026-11-23T15:00", end: "2026-11-23T14:00" }, "over before it goes"],
  ])("%o is refused in plain words, and what was typed stays", async (change, words) => {
    const answer = await ada.post("/organize/broadcasts", { ...FORM, ...change });
    expect(answer.status).toBe(400);
    expect(answer.text).toContain(words);
  });

  test("a sender that the carrier refuses stops it, and it goes on when somebody says so", async () => {
    const subscribers = await onNews(2);
    const path = await released();
    camp.standIn.behave(() => ({ status: 401, code: 20003 }));
    await camp.advance(1);
    const page = await ada.get(path);
    expect(page.text).toContain("The carrier refuses our sender");
    expect(page.text).toContain("Go on");
    camp.standIn.behave(() => "accept");
    await camp.database.query("UPDATE senders SET halted_at = NULL, halted_code = NULL");
    await ada.post(`${path}/resume`, {});
    for (const phone of subscribers) expect(await phone.unread()).toHaveLength(1);
  });
});

async function onNews(count: number): Promise<Phone[]> {
  const phones = Array.from({ length: count }, () => camp.phone());
  for (const phone of phones) await phone.text("NEWS");
  return phones;
}

/** The path of a broadcast that Ada wrote and Ben released. */
async function released(change: Record<string, string> = {}): Promise<string> {
  const { path } = await ada.post("/organize/broadcasts", { ...FORM, ...change });
  await ada.post(`${path}/submit`, {});
  await ben.post(`${path}/release`, {});
  return path;
}

async function startedBroadcast(): Promise<void> {
  await expect
    .poll(async () => {
      const { rows } = await camp.database.query(
        "SELECT count(*)::int AS count FROM broadcasts WHERE state = 'sending'",
      );
      return rows[0]?.count;
    })
    .toBeGreaterThan(0);
}

function plain(page: string): string {
  return page.replace(/<[^>]*>/g, " ").replace(/\s+/g, " ");
}
