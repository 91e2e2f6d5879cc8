import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type Camp, startCamp } from "#test/support/camp.ts";
import { type Console, startConsole } from "#test/support/console.ts";

const ADA = "+14015550109";
const BEN = "+14015550108";

let camp: Camp;
let ada: Console;
beforeEach(async () => {
  camp = await startCamp();
  ada = await startConsole(camp, { phone: ADA, name: "Ada" });
});
afterEach(() => camp.close());

describe("the inbox", () => {
  test("has emergencies on top, then who has waited longest, and nobody's number", async () => {
    const [one, two, three] = [camp.phone(), camp.phone(), camp.phone()];
    await one.text("0");
    await two.text("help he's here");
    await three.text("0");
    await one.text("my tent is wet");
    const { text } = await ada.get("/organize/inbox");
    const labels = [...text.matchAll(/<h2 class="head">(phone \d+)/g)].map((found) => found[1]);
    expect(new Set(labels)).toHaveLength(3);
    expect(labels).toHaveLength(3);
    expect(text.indexOf("help he&#39;s here")).toBeLessThan(text.indexOf("my tent is wet"));
    for (const { number } of [one, two, three]) {
      expect(text.replace(/\D/g, "")).not.toContain(number.slice(-7));
      expect(text).not.toContain(number.slice(-4));
    }
  });

  test("lets a person answer in their own words: one text, and the entry is closed for everybody", async () => {
    const phone = camp.phone();
    await phone.text("0");
    await phone.text("¿hay agua caliente?");
    const id = await entryOf("person");
    const page = await ada.post(`/organize/inbox/${id}/answer`, { words: "Yes, at the kitchen till nine" });
    expect(page.text).toContain("Your answer is on its way.");
    expect(await phone.unread()).toEqual(["Willow Camp: Yes, at the kitchen till nine Text 0 to answer us."]);
    expect(page.text).not.toContain(`id="entry-${id}"`);
    expect(await lastAudit()).toEqual({ actor_name: "Ada", act: "answer text", subject: `entry ${id}` });
  });

  test("has one entry for a 0 and the words after it, since the 0; what comes when that is answered is another", async () => {
    const phone = camp.phone();
    await phone.text("0");
    const id = await entryOf("person");
    const before = await stampAt();
    await phone.text("0");
    await camp.advance(5);
    await phone.text("my tent is wet");
    expect(await stampAt()).not.toBe(before);
    expect(await openEntries()).toEqual([id]);
    expect((await ada.get("/organize/inbox")).text).toContain("<blockquote>my tent is wet</blockquote>");
    await phone.text("0");
    await phone.text("and cold");
    expect(await openEntries()).toHaveLength(2);
    await ada.post(`/organize/inbox/${id}/close`, {});
    await ada.post(`/organize/inbox/${await entryOf("person")}/close`, {});
    await phone.text("0");
    expect(await openEntries()).toHaveLength(1);
  });

  test("cuts an answer to one text, and its next step stays", async () => {
    const phone = camp.phone();
    await phone.text("0");
    await ada.post(`/organize/inbox/${await entryOf("person")}/answer`, { words: "come to us ".repeat(40) });
    const [text = ""] = await phone.unread();
    expect(text.length).toBeLessThanOrEqual(160);
    expect(text).toMatch(/\.\. Text 0 to answer us\.$/);
  });

  test("takes the first of two answers; the second is told and nothing is sent", async () => {
    const ben = await startConsole(camp, { phone: BEN, name: "Ben", role: "helper" });
    const phone = camp.phone();
    await phone.text("0");
    const path = `/organize/inbox/${await entryOf("person")}/answer`;
    const pages = await Promise.all([ada.post(path, { words: "one" }), ben.post(path, { words: "two" })]);
    expect(pages.map((page) => page.status).sort()).toEqual([200, 409]);
    expect(await phone.unread()).toHaveLength(1);
  });

  test("shows what the phone wrote before and what it was told, but no words between people and no codes", async () => {
    const phone = camp.phone(ADA);
    await phone.text("NEED a hammock");
    await phone.text("99 meet me at the gate");
    await fetch(`${camp.url}/organize/sign-in`, {
      method: "POST",
      headers: { origin: camp.url },
      body: new URLSearchParams({ phone: ADA }),
    });
    await phone.text("0");
    const { text } = await ada.get("/organize/inbox");
    expect(text).toContain("NEED a hammock");
    expect(text).toContain("Willow Camp: got it, no.");
    expect(text).not.toContain("meet me at the gate");
    expect(text).not.toContain("sign-in code");
  });

  test("hides phone numbers in the words, and leaves them in those of an emergency", async () => {
    const [calm, urgent] = [camp.phone(), camp.phone()];
    await calm.text("NEED soup, call 401-555-7701");
    await calm.text("0");
    await calm.text("call my sister at (401) 555 7702");
    await urgent.text("NEED soup, call 401-555-7703");
    await camp.advance(1);
    await urgent.text("overdose, call 401-555-7704");
    await urgent.text("or 401-555-7705");
    const { text } = await ada.get("/organize/inbox");
    expect(text).toContain("call my sister at (number hidden)");
    for (const shown of ["7704", "7705"]) expect(text).toContain(shown);
    expect(text).not.toMatch(/770[123]/);
    expect(text).toContain("Only in emergencies they stay");
  });

  test("says when the words are forgotten, and can be closed without an answer", async () => {
    const phone = camp.phone();
    await phone.text("0");
    await camp.advance(25 * 60);
    ada = await startConsole(camp, { phone: ADA, name: "Ada" });
    const id = await entryOf("person");
    expect((await ada.get("/organize/inbox")).text).toContain("The words are forgotten");
    expect((await ada.post(`/organize/inbox/${id}/close`, {})).text).toContain("Nobody waits for an answer.");
    expect(await phone.unread()).toEqual([]);
  });

  test("tells an open page at once when somebody waits", async () => {
    const before = await stampAt();
    await camp.phone().text("0");
    expect(await stampAt()).not.toBe(before);
  });

  test("is closed to convenors", async () => {
    const { rows } = await camp.database.query(
      "INSERT INTO groups (number, name, about, interests, place, contact, created_at, active_at) VALUES (1, 'Food', '', '', '', '', now(), now()) RETURNING id",
    );
    const cleo = await startConsole(camp, {
      phone: BEN,
      name: "Cleo",
      role: "convenor",
      groupId: rows[0]?.id,
    });
    expect((await cleo.get("/organize/inbox")).status).toBe(403);
  });
});

describe("a number that is stopped", () => {
  test("by word of mouth gets no more texts, as after STOP, and START brings them back", async () => {
    const phone = camp.phone();
    await phone.text("GIFT tarps, have 3");
    await ada.post("/organize/inbox/stop", { phone: phone.number });
    await camp.phone().text("NEED 2 tarps");
    expect(await phone.unread()).toEqual([]);
    expect(await phone.text("MINE")).toBeNull();
    const { rows } = await camp.database.query("SELECT purpose, granted, method FROM consents ORDER BY id");
    expect(rows).toEqual([
      { purpose: "texts", granted: false, method: "organizer" },
      { purpose: "news", granted: false, method: "organizer" },
    ]);
    expect((await lastAudit())?.subject).not.toMatch(/\d/);
    await phone.text("START");
    await camp.settled();
    expect(await phone.unread()).toEqual([expect.stringContaining("someone needs 2 tarps")]);
  });

  test("from an entry is the same, and no answer can be sent there", async () => {
    const phone = camp.phone();
    await phone.text("0");
    const id = await entryOf("person");
    await ada.post(`/organize/inbox/${id}/stop`, {});
    expect((await ada.post(`/organize/inbox/${id}/answer`, { words: "hello" })).status).toBe(400);
    expect(await phone.unread()).toEqual([]);
  });
});

describe("a muted phone", () => {
  test("is kept, and neither obeyed nor answered; its posts are hidden until it is heard again", async () => {
    const [bad, giver] = [camp.phone(), camp.phone()];
    await bad.text("NEED 2 tarps");
    await bad.text("0");
    await ada.post(`/organize/inbox/phones/${await personOf(bad.number)}/mute`, {});
    await giver.text("GIFT tarps, have 3");
    expect(await giver.unread()).toEqual([]);
    expect(await bad.text("NEED a tent")).toBeNull();
    expect(await bad.text("MINE")).toBeNull();
    expect(await countOf("posts")).toBe(2);
    expect(await countOf("inbound_texts")).toBe(5);
    await ada.post(`/organize/inbox/phones/${await personOf(bad.number)}/unmute`, {});
    expect(await giver.unread()).toHaveLength(1);
    expect(await bad.text("MINE")).toMatch(/2 tarps/);
  });

  test("still counts when it says STOP, and when there is an emergency", async () => {
    const bad = camp.phone();
    await bad.text("0");
    await ada.post(`/organize/inbox/phones/${await personOf(bad.number)}/mute`, {});
    expect(await bad.text("overdose help")).toMatch(/911/);
    expect((await ada.get("/organize/inbox")).text).toContain("overdose help");
    await bad.text("no mas mensajes");
    const { rows } = await camp.database.query("SELECT granted FROM consents WHERE purpose = 'texts'");
    expect(rows).toEqual([{ granted: false }]);
  });

  test("can be muted by organizers only", async () => {
    const ben = await startConsole(camp, { phone: BEN, name: "Ben", role: "helper" });
    const bad = camp.phone();
    await bad.text("0");
    const person = await personOf(bad.number);
    expect((await ben.post(`/organize/inbox/phones/${person}/mute`, {})).status).toBe(403);
    expect(await bad.text("MENU")).not.toBeNull();
  });
});

async function openEntries(): Promise<readonly number[]> {
  const { rows } = await camp.database.query("SELECT id FROM inbox_entries WHERE closed_at IS NULL");
  return rows.map((row) => row.id);
}

async function entryOf(reason: string): Promise<number> {
  const { rows } = await camp.database.query(
    "SELECT id FROM inbox_entries WHERE reason = $1 AND closed_at IS NULL ORDER BY id DESC LIMIT 1",
    [reason],
  );
  return rows[0]?.id;
}

async function personOf(number: string): Promise<number> {
  const { rows } = await camp.database.query("SELECT id FROM people WHERE phone_hash = $1", [
    camp.booted.ctx.vault.hash("phone", number),
  ]);
  return rows[0]?.id;
}

async function countOf(table: "posts" | "inbound_texts"): Promise<number> {
  const { rows } = await camp.database.query(`SELECT count(*)::int AS count FROM ${table}`);
  return rows[0]?.count;
}

async function lastAudit() {
  const { rows } = await camp.database.query(
    "SELECT actor_name, act, subject FROM audit_entries ORDER BY id DESC LIMIT 1",
  );
  return rows[0];
}

async function stampAt(): Promise<string | undefined> {
  return /data-stamp="([^"]+)"/.exec((await ada.get("/organize/inbox")).text)?.[1];
}
