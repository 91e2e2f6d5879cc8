import { parse } from "csv-parse/sync";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { z } from "zod";
import { type Camp, type Phone, startCamp } from "#test/support/camp.ts";
import { type Console, type Page, startConsole } from "#test/support/console.ts";

let camp: Camp;
let ada: Console;
let phone: Phone;
beforeEach(async () => {
  camp = await startCamp();
  ada = await startConsole(camp, { phone: "+14015550109", name: "Ada", role: "organizer" });
  phone = camp.phone();
});
afterEach(() => camp.close());

const Codes = z.array(z.object({ serial: z.string(), code: z.string(), url: z.string() }));

async function make(fields: Record<string, string>): Promise<string> {
  const usual = { words: "", number: "", place: "", count: "3", language: "en" };
  const page = await ada.post("/organize/cards", { ...usual, ...fields });
  expect(page.path).toMatch(/^\/organize\/cards\/\d+/);
  return page.path.replace(/\?.*/, "");
}

async function codesOf(batch: string) {
  return Codes.parse(parse((await ada.get(`${batch}/codes.csv`)).text, { columns: true }));
}

describe("a batch of cards at the console", () => {
  test("is made, printed as PDF and as a page, made live once, and cannot be printed after", async () => {
    const batch = await make({ meaning: "gift", words: "hot soup till fri", place: "Kitchen" });
    const codes = await codesOf(batch);
    expect(codes.map((each) => each.serial)).toEqual(["1-001", "1-002", "1-003"]);
    expect(codes[0]?.url).toMatch(/^HTTP:\/\/127\.0\.0\.1:\d+\/G\/[0-9A-Z]{20}$/);
    const [first] = codes;
    expect(await phone.text(first?.code ?? "")).toContain("no live card");
    const print = { stock: "avery-5371", printer: "Tent laser", x: "0.5", y: "-1", back: "yes" };
    expect((await ada.post(`${batch}/print`, { ...print, as: "pdf" })).text).toMatch(/^%PDF/);
    const page = await ada.post(`${batch}/print`, { ...print, as: "page" });
    expect(page.text).toContain(first?.serial);
    expect((await ada.get(batch)).text).toContain("Tent laser: 0.5, -1 mm");

    expect((await ada.post(`${batch}/activate`, {})).text).toContain("These cards are live");
    expect(await phone.text(first?.code ?? "")).toContain(
      "a gift: hot soup, till Fri. Ask: Kitchen. Reply 1",
    );
    expect((await ada.post(`${batch}/activate`, {})).text).toContain("not possible any more");
    expect((await ada.get(`${batch}/codes.csv`)).status).toBe(404);
    const { rows } = await camp.database.query("SELECT count(*)::int FROM cards WHERE secrets IS NOT NULL");
    expect(rows).toEqual([{ count: 0 }]);
    expect((await ada.get(batch)).text).toContain("3 to be had");
  });

  test("carries a post that is there already, and is void in every card once it is revoked", async () => {
    await phone.text("GIFT guitar lessons");
    const batch = await make({ meaning: "post", number: "10", count: "1" });
    const [card] = await codesOf(batch);
    await ada.post(`${batch}/activate`, {});
    const other = camp.phone();
    expect(await other.text(card?.code ?? "")).toContain("guitar lessons");
    expect((await ada.post(`${batch}/revoke`, {})).text).toContain("The batch is revoked");
    expect(await other.text(card?.code ?? "")).toContain("no live card");
    expect(await phone.text("MINE")).toContain("guitar lessons");
  });

  test("what only its cards carried is over once it is revoked, and who took one hears so", async () => {
    const batch = await make({ meaning: "gift", words: "hot soup", count: "2" });
    const [card] = await codesOf(batch);
    await ada.post(`${batch}/activate`, {});
    await phone.text(card?.code ?? "");
    await phone.text("1");
    await ada.post(`${batch}/revoke`, {});
    expect(await phone.unread()).toHaveLength(1);
    const { rows } = await camp.database.query("SELECT DISTINCT state FROM posts");
    expect(rows).toEqual([{ state: "dropped" }]);
  });

  test("nothing of somebody who is forgotten is printed or posted again", async () => {
    await phone.text("GIFT guitar lessons");
    const batch = await make({ meaning: "post", number: "10", count: "2" });
    await phone.text("WIPE");
    await phone.text("1");
    expect((await ada.get(batch)).text).not.toContain("guitar");
    expect((await ada.get(`${batch}/codes.csv`)).status).toBe(404);
    expect((await ada.post(`${batch}/activate`, {})).text).toContain("over by now");
    const { rows } = await camp.database.query("SELECT count(*)::int FROM posts");
    expect(rows).toEqual([{ count: 0 }]);
  });

  test("who took a card that was lost and replaced finishes it with the new one's digits", async () => {
    const batch = await make({ meaning: "need", words: "2 tarps", count: "1" });
    const [old] = await codesOf(batch);
    await ada.post(`${batch}/activate`, {});
    await phone.text(old?.code ?? "");
    await phone.text("1");
    const id = /id="card-(\d+)"/.exec((await ada.get(batch)).text)?.[1];
    const sheet = await ada.post(`${batch}/cards/${id}/lost`, {});
    const digits = /\b(\d{4})\D{1,6}(\d{4})\D{1,6}(\d{3})\b/.exec(sheet.text)?.slice(1).join("") ?? "";
    expect(await phone.text(`DONE ${digits}`)).toContain("Noted as given");
  });

  test("a lost card is replaced: the old one says so, the new one carries the same", async () => {
    const batch = await make({ meaning: "need", words: "2 tarps", count: "1" });
    const [old] = await codesOf(batch);
    await ada.post(`${batch}/activate`, {});
    const id = /id="card-(\d+)"/.exec((await ada.get(batch)).text)?.[1];
    const sheet = await ada.post(`${batch}/cards/${id}/lost`, {});
    const token = /\/G\/([0-9A-Z]{20})/i.exec(old?.url ?? "")?.[1];
    expect(await (await fetch(`${camp.url}/G/${token}`)).text()).toContain("A newer card took the place");
    expect(await phone.text(old?.code ?? "")).toContain("no live card");
    const digits = /\b(\d{4})\D{1,6}(\d{4})\D{1,6}(\d{3})\b/.exec(sheet.text)?.slice(1).join("") ?? "";
    expect(await phone.text(digits)).toContain("someone needs 2 tarps");
    expect((await ada.get(batch)).text).toContain("replaced by 1-002");
  });

  test("an organizer opens a card again with a reason, which both sides hear and the trail keeps", async () => {
    const batch = await make({ meaning: "blank", count: "1" });
    const [card] = await codesOf(batch);
    await ada.post(`${batch}/activate`, {});
    const holder = camp.phone();
    await phone.text(`${card?.code} GIFT guitar`);
    await holder.text(card?.code ?? "");
    await holder.text("1");
    await phone.unread();
    const id = /id="card-(\d+)"/.exec((await ada.get(batch)).text)?.[1];
    const page = await ada.post(`${batch}/cards/${id}/back`, { reason: "could-not-meet" });
    expect(page.text).toContain("The card is open again");
    expect(page.text).toContain("could not meet");
    for (const each of [phone, holder])
      expect(await each.unread()).toEqual([expect.stringContaining("it did not work out")]);
    expect(await holder.text(card?.code ?? "")).toContain("a gift: guitar. Reply 1");
    const { rows } = await camp.database.query(
      "SELECT act, subject FROM audit_entries ORDER BY id DESC LIMIT 1",
    );
    expect(rows).toEqual([{ act: "open card again", subject: "no. 10: could-not-meet" }]);
  });

  test("is refused in words, when there are too many, nothing on them, or no such post", async () => {
    const refused = async (fields: Record<string, string>): Promise<Page> =>
      ada.post("/organize/cards", {
        words: "",
        number: "",
        place: "",
        count: "3",
        language: "en",
        ...fields,
      });
    expect((await refused({ meaning: "blank", count: "501" })).text).toContain("One to 500 cards");
    expect((await refused({ meaning: "need", words: "  " })).text).toContain("Say what they carry");
    expect((await refused({ meaning: "post", number: "99" })).text).toContain("No open post has this number");
  });
});

describe("a card that somebody brings", () => {
  test("is looked up by a helper, who makes and prints none", async () => {
    const batch = await make({ meaning: "gift", words: "hot soup", count: "1" });
    const [card] = await codesOf(batch);
    await ada.post(`${batch}/activate`, {});
    const ben = await startConsole(camp, { phone: "+14015550108", name: "Ben", role: "helper" });
    const found = await ben.post("/organize/cards/desk", { seen: card?.code ?? "" });
    expect(found.text).toContain("I take this gift");
    expect((await ben.post("/organize/cards/desk", { seen: "1234" })).text).toContain(
      "not the digits of a card",
    );
    expect((await ben.post(`${batch}/revoke`, {})).status).toBe(403);
    expect((await ben.get(`${batch}/codes.csv`)).status).toBe(403);
  });

  test("is taken by a helper for somebody whom the tent knows, which the trail keeps", async () => {
    const batch = await make({ meaning: "gift", words: "hot soup", count: "1" });
    const [card] = await codesOf(batch);
    await ada.post(`${batch}/activate`, {});
    const ben = await startConsole(camp, { phone: "+14015550108", name: "Ben", role: "helper" });
    const rosa = await ben.post("/organize/tent", { handle: "Rosa", language: "en", phone: "" });
    const seen = card?.code ?? "";
    const person = rosa.path.split("/").at(-1) ?? "";
    const named = await ben.post("/organize/cards/desk/claim", { seen: "4", handle: "Rosa", nonce: "0" });
    expect(named.text).toContain("not the digits of a card");
    const taken = await ben.post("/organize/cards/desk/claim", { seen, person, handle: "", nonce: "1" });
    expect(taken.text).toContain("It is yours.");
    expect((await ben.get(rosa.path)).text).toContain("hot soup");
    const { rows } = await camp.database.query(
      "SELECT actor_name, act FROM audit_entries ORDER BY id DESC LIMIT 1",
    );
    expect(rows).toEqual([{ actor_name: "Ben", act: "card for somebody" }]);
  });

  test("a slip shows how its post stands", async () => {
    const batch = await make({ meaning: "blank", count: "1" });
    const [card] = await codesOf(batch);
    await ada.post(`${batch}/activate`, {});
    const token = card?.url.split("/").at(-1);
    const page = await fetch(`${camp.url}/G/${token}/fill`, {
      method: "POST",
      body: new URLSearchParams({ kind: "need", words: "2 tarps", handle: "Rosa" }),
    });
    const slip = /class="digits">([\d ]{13})</.exec(await page.text())?.[1] ?? "";
    const found = await ada.post("/organize/cards/desk", { seen: slip });
    expect(found.text).toContain("2 tarps");
    expect(found.text).toContain("No words have come for you yet");
  });
});

describe("a slip of the tent", () => {
  test("has digits that look its post up by text and close it, the same each time, on paper and for a receipt printer", async () => {
    const made = await ada.post("/organize/tent", { handle: "Rosa", language: "en", phone: "" });
    const slip = await ada.post(`${made.path}/post`, { kind: "need", words: "2 tarps" });
    const digits = /(\d{4}) (\d{4}) (\d{3})/.exec(slip.text)?.slice(1).join("") ?? "";
    expect(await phone.text(digits)).toContain("no. 10: tarps, open.");
    const bytes = await ada.get(`${made.path}/slip.bin?number=10`);
    expect(bytes.text.replace(/\s/g, "")).toContain(digits);
    expect(bytes.text).toContain("Rosa");
    expect(await phone.text(`DONE ${digits}`)).toContain("Noted as given");
    expect((await ada.get(made.path)).text).toContain("No open posts.");
  });

  test("the day's agenda comes for a receipt printer too", async () => {
    const bytes = await ada.get("/organize/day-sheet/slip.bin?date=2026-11-23");
    expect(bytes.text).toContain("Nothing is planned.");
  });
});
