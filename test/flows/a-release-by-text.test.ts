import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { grantRole } from "#server/actions/grant-role.ts";
import { readPhone } from "#server/domain/phone.ts";
import { type Camp, type Phone, startCamp } from "#test/support/camp.ts";

let camp: Camp;
let ada: Phone;
let ben: Phone;
beforeEach(async () => {
  camp = await startCamp();
  [ada, ben] = [camp.phone(), camp.phone()];
  await organizer(ada, "Ada");
  await organizer(ben, "Ben");
  await camp.phone().text("NEWS");
});
afterEach(() => camp.close());

const LONG =
  "the assembly moved from the big tent to the meadow by the river because of the rain, bring your own chairs and a warm coat, it starts at eight and ends at ten";

describe("who releases a broadcast by text", () => {
  test("reads all of it first, as everybody will, then to whom it goes", async () => {
    await ada.text(`CAST ${LONG}`);
    await ada.text("1");
    const [words, menu] = await ben.unread();
    expect(words).toBe(`Willow Camp: ${LONG}`);
    expect(menu).toContain("Willow Camp: Ada: that text to 1 people on NEWS (1 s");
    expect(menu).toContain("Reply 1 to send, 2 not.");
    expect(await ben.text("1")).toContain("it goes to 1 people");
  });

  test("hears when it would go, and until when", async () => {
    await camp.advance(10 * 60);
    await ada.text("CAST soup at 9");
    await ada.text("1");
    expect((await ben.unread()).at(-1)).toContain("on NEWS (8am");
  });

  test("may answer late, and after another menu is asked again first", async () => {
    await ada.text("CAST soup at 6");
    await ada.text("1");
    await ben.unread();
    await camp.advance(45);
    expect(await ben.text("1")).toContain("it goes to 1 people");
    await ben.text("9");
    await ada.text("CAST soup at 7");
    await ada.text("1");
    await ben.unread();
    await ben.text("LANG");
    await ben.text("1");
    expect(await ben.text("1")).toContain("Ada wants to text 1 people on NEWS");
    expect(await ben.text("1")).toContain("it goes to 1 people");
  });

  test("still may when three went today, once that is over", async () => {
    for (const at of [1, 2, 3, 4]) {
      await ada.text(`CAST no. ${at}`);
      await ada.text("1");
      await ben.unread();
      expect(await ben.text("1")).toContain(at < 4 ? "it goes to" : "three texts to everyone went today");
      await camp.advance(at < 4 ? 3 : 20);
    }
    expect(await ben.text("1")).toContain("three texts to everyone went today");
  });
});

describe("the writer", () => {
  test("hears when everybody who was asked said 2", async () => {
    await ada.text("CAST soup at 6");
    await ada.text("1");
    await ben.unread();
    expect(await ben.text("2")).toContain("not by you");
    expect((await ada.unread()).at(-1)).toContain("nobody who was asked wants to release your text");
    await camp.advance(31);
    expect(await ada.unread()).toEqual([]);
  });

  test("hears when nobody answered in half an hour", async () => {
    await ada.text("CAST soup at 6");
    await ada.text("1");
    await camp.advance(29);
    expect(await ada.unread()).toEqual([]);
    await camp.advance(2);
    expect(await ada.unread()).toEqual([
      "Willow Camp: nobody has released your text in 30 minutes. It still waits, at the console too. See them at the info tent.",
    ]);
    expect(await ben.text("1")).toContain("it goes to 1 people");
  });

  test("stops it with 9 in the twenty seconds, whatever was open on the phone", async () => {
    await ada.text("CAST soup at 6");
    await ada.text("1");
    await ben.unread();
    await ada.text("MENU");
    await ben.text("1");
    expect((await ada.unread()).at(-1)).toContain("Reply 9 to stop it.");
    expect(await ada.text("9")).toContain("stopped.");
  });

  test("is told plainly when nobody else can be reached", async () => {
    await ben.text("STOP");
    await ada.text("CAST soup at 6");
    expect(await ada.text("1")).toContain("there is no second organizer");
  });
});

describe("the list of who gets it", () => {
  test("shows all digits it has, and 8 goes on", async () => {
    for (let at = 1; at <= 9; at++) await group(`Group of work no. ${at}`, at);
    const first = await ada.text("CAST soup at 6");
    expect(first).toMatch(
      /1 everyone on NEWS \(1\), 2 Group of work no\. 1 \(1\).*\. 8 for more, 9 for nobody\.$/,
    );
    expect(first).not.toContain("..");
    const second = await ada.text("8");
    expect(second).toMatch(/Reply 1 Group of work/);
    const chosen = /1 (Group of work no\. \d)/.exec(second ?? "")?.[1];
    expect(await ada.text("1")).toContain("1 people, 1 segments");
    expect((await ben.unread()).at(-1)).toContain(`1 people in ${chosen}`);
  });

  test("has a convenor's own group, however many larger ones there are", async () => {
    for (let at = 1; at <= 8; at++) await group(`Large ${at}`, at, 3);
    const small = await group("Small", 20);
    const cook = camp.phone();
    await grant(cook, "Cook", "convenor", small);
    expect(await cook.text("CAST onions")).toContain("Reply 1 Small (1). 9 for nobody.");
  });

  test("works on after nobody was in there", async () => {
    const id = await group("Kitchen", 1);
    await ada.text("CAST soup at 6");
    await camp.database.query("DELETE FROM members WHERE group_id = $1", [id]);
    expect(await ada.text("2")).toContain("nobody is in there");
    expect(await ada.text("1")).toContain("1 people, 1 segments");
  });
});

let members = 0;

async function group(name: string, number: number, people = 1): Promise<number> {
  const { rows } = await camp.database.query(
    `INSERT INTO groups (number, name, about, interests, place, contact, created_at, active_at)
     VALUES ($1, $2, 'a', 'b', 'tent', 'the lead', now(), now()) RETURNING id`,
    [number, name],
  );
  for (let at = 0; at < people; at++) {
    members += 1;
    const member = camp.phone(`+1401556${String(1000 + members)}`);
    await member.text("MENU");
    await camp.database.query(
      "INSERT INTO members (group_id, person_id, joined_at) SELECT $1, max(id), now() FROM people",
      [rows[0]?.id],
    );
  }
  return rows[0]?.id;
}

function organizer(phone: Phone, name: string): Promise<void> {
  return grant(phone, name, "organizer", null);
}

async function grant(phone: Phone, name: string, role: "organizer" | "convenor", groupId: number | null) {
  const number = readPhone(phone.number, "US");
  if (!number) throw new Error(`${phone.number} is no phone.`);
  await grantRole(camp.booted.ctx, "command line", { phone: number, role, groupId, name });
}
