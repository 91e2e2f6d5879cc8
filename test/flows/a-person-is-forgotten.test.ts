import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type Camp, lineIn, type Phone, postIn, startCamp } from "#test/support/camp.ts";

let camp: Camp;
let phone: Phone;
beforeAll(async () => {
  camp = await startCamp();
});
beforeEach(() => {
  phone = camp.phone();
});
afterAll(() => camp.close());

async function people(): Promise<number> {
  return (await camp.database.query("SELECT count(*)::int AS n FROM people")).rows[0]?.n;
}

describe("WIPE", () => {
  test("1 forgets the person and all posts, the other side hears that the line ended", async () => {
    const other = camp.phone();
    const need = postIn(await phone.text("NEED lute"));
    await other.text("GIFT lute, have 1");
    await other.unread();
    const line = lineIn(await other.text("1"));
    await phone.unread();
    const before = await people();
    expect(await phone.text("WIPE")).toContain("Reply 1 to be forgotten, 2 to keep all.");
    const wiped = { from: phone.number, body: "1", sid: `SM${"7".repeat(32)}` };
    const { reply } = await camp.standIn.postText(`${camp.url}/twilio/sms`, wiped);
    expect(reply).toContain("you are forgotten");
    expect(await people()).toBe(before - 1);
    expect(await other.unread()).toEqual([expect.stringContaining(`the other side closed line ${line}`)]);
    expect(await other.text(`${line} hello?`)).toContain(`no. ${line} is not a number of yours`);
    expect(await other.text("MINE")).toContain("lute");

    const again = await camp.standIn.postText(`${camp.url}/twilio/sms`, wiped);
    expect(again.reply).toBe(reply);
    expect(await people()).toBe(before - 1);
    expect(await phone.unread()).toEqual([]);
    expect(await phone.text("MINE")).toContain("nothing listed");
    expect(await phone.text(`STILL ${need}`)).toContain("not a number of yours");
  });

  test("nothing readable of the person stays in any table", async () => {
    await phone.text("NEED lyre");
    await phone.text("hello there");
    await phone.text("WIPE");
    await phone.text("1");
    const { rows } = await camp.database.query(
      "SELECT count(*)::int AS n FROM inbound_texts WHERE person_id IS NULL AND body IS NOT NULL",
    );
    expect(rows).toEqual([{ n: 0 }]);
  });

  test("of a shared phone forgets its owner alone: who shared it is of the tent, letters and all", async () => {
    await phone.text("MENU");
    await camp.database.query(
      `WITH rosa AS (INSERT INTO people (handle, via_id, created_at, seen_at)
         SELECT 'Rosa', id, seen_at, seen_at FROM people ORDER BY id DESC LIMIT 1 RETURNING id)
       INSERT INTO outbound_texts (person_id, kind, priority, body, segments, state, reason, created_at, updated_at)
       SELECT id, 'notice', 0, 'x', 0, 'dropped', 'no-phone', now(), now() FROM rosa`,
    );
    await phone.text("WIPE");
    await phone.text("1");
    const { rows } = await camp.database.query(
      "SELECT via_id, (SELECT count(*)::int FROM outbound_texts WHERE person_id = p.id AND body IS NOT NULL) AS letters FROM people p WHERE handle = 'Rosa'",
    );
    expect(rows).toEqual([{ via_id: null, letters: 1 }]);
  });

  test("2 keeps everything", async () => {
    await phone.text("NEED zither");
    await phone.text("WIPE");
    expect(await phone.text("2")).toContain("nothing was deleted");
    expect(await phone.text("MINE")).toContain("zither");
  });
});
