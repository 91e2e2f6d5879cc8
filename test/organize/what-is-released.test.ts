import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type Camp, startCamp } from "#test/support/camp.ts";
import { type Console, startConsole } from "#test/support/console.ts";

let camp: Camp;
let ada: Console;
let ben: Console;
beforeEach(async () => {
  camp = await startCamp();
  ada = await startConsole(camp, { phone: "+14015550108", name: "Ada" });
  ben = await startConsole(camp, { phone: "+14015550109", name: "Ben" });
});
afterEach(() => camp.close());

const FORM = { words: "soup", audience: "news", language: "", gathering: "", start: "", end: "" };

describe("before somebody releases a broadcast, its page says", () => {
  test("to whom it goes by name, never by a number of the database", async () => {
    await camp.database.query(
      `INSERT INTO groups (id, number, name, about, interests, place, contact, created_at, active_at)
       VALUES (771, 2, 'Kitchen', 'a', 'b', 'tent', 'the lead', now(), now())`,
    );
    const made = await camp.database.query(
      `INSERT INTO broadcasts (words, audience, created_by_id, created_by, created_at)
       SELECT 'soup', '{"kind":"groups","groupIds":[771],"language":null}', id, 'Ada', now() FROM people ORDER BY id LIMIT 1
       RETURNING id`,
    );
    for (const path of [`/organize/broadcasts/${made.rows[0]?.id}`, "/organize/broadcasts"]) {
      const page = (await ben.get(path)).text;
      expect(page).toContain("Group Kitchen");
      expect(page).not.toContain("771");
    }
  });

  test("that it is about safety, and that it goes at once", async () => {
    const draft = await ada.post("/organize/broadcasts", { ...FORM, urgent: "yes" });
    const page = (await ben.get(draft.path)).text;
    expect(page).toContain("goes at night too, and beyond the three a day");
    expect(page).toContain("Goes 20 seconds after its release.");
  });

  test("that it goes in the morning, written at night", async () => {
    await camp.advance(10 * 60);
    const draft = await ada.post("/organize/broadcasts", FORM);
    const page = (await ben.get(draft.path)).text;
    expect(page).toMatch(/Goes at <b>[^<]*(8:00|08:00)/);
    expect(page).not.toContain("goes at night too");
  });

  test("that nobody could be asked by text", async () => {
    const draft = await ada.post("/organize/broadcasts", FORM);
    await camp.phone("+14015550109").text("STOP");
    const page = (await ada.post(`${draft.path}/submit`, {})).text;
    expect(page).toContain("No second organizer can be asked by text now");
  });
});
