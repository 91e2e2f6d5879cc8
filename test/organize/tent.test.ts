import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type Camp, giversOf, lineIn, postIn, startCamp } from "#test/support/camp.ts";
import { type Console, type Page, startConsole } from "#test/support/console.ts";
import { insertGroup } from "#test/support/gatherings.ts";

const HELPER = { phone: "+14015550108", name: "Ben", role: "helper" } as const;

let camp: Camp;
let ben: Console;
beforeEach(async () => {
  camp = await startCamp();
  ben = await startConsole(camp, HELPER);
});
afterEach(() => camp.close());

describe("somebody without a phone", () => {
  test("gets a post with a printed slip in both languages, hears who can help, and can answer them", async () => {
    const giver = camp.phone();
    await giver.text("GIFT tarps, have 3");
    const rosa = await add("Rosa H.");
    const slip = await ben.post(`${rosa}/post`, { kind: "need", words: "2 tarps till friday" });
    expect(slip.path).toBe(`${rosa}/slip`);
    for (const words of ["no. 11", "2 tarps till friday", "For Rosa H.", "Para Rosa H.", "27 Nov", "27 nov"])
      expect(slip.text).toContain(words);
    expect(slip.text).toContain('lang="es"');
    expect(await giver.unread()).toEqual([expect.stringContaining("someone needs 2 tarps")]);
    await giver.text("1");
    await camp.settled();
    const sent = camp.sentCount();
    const page = await ben.get(rosa);
    expect(page.text).toContain("For Rosa H.: someone can give 2 tarps");
    const line = lineIn(page.text);
    expect((await ben.post(`${rosa}/say`, { number: String(line), words: "at the tent?" })).text).toContain(
      "passed on",
    );
    expect(await giver.unread()).toEqual([`${line}: at the tent?`]);
    await giver.text(`${line} at five`);
    const letters = await ben.get(rosa);
    expect(letters.text).toContain(`For Rosa H., ${line}: at five`);
    const upTo = /name="upTo" value="(\d+)"/.exec(letters.text)?.[1] ?? "";
    expect((await ben.post(`${rosa}/read`, { upTo })).text).not.toContain("at five");
    expect(camp.sentCount()).toBe(sent + 1);
  });

  test("finds what came for them however late they ask, until it was read to them", async () => {
    const [giver] = await giversOf(camp, "tarps, have 3");
    const rosa = await add("Rosa H.");
    const slip = await ben.post(`${rosa}/post`, { kind: "need", words: "2 tarps" });
    await giver?.unread();
    await giver?.text("1");
    await camp.settled();
    await ben.post(`${rosa}/close`, { number: String(postIn(slip.text)), how: "done" });
    await camp.advance(20 * 24 * 60);
    ben = await startConsole(camp, HELPER);
    const page = await ben.get(rosa);
    expect(page.text).toContain("For Rosa H.: someone can give 2 tarps");
    const upTo = /name="upTo" value="(\d+)"/.exec(page.text)?.[1] ?? "";
    await ben.post(`${rosa}/read`, { upTo });
    await camp.advance(2 * 60);
    expect((await ben.get(rosa)).path).toBe("/organize/tent");
  });

  test("has it closed, with a slip that says so; everything is in the audit trail, without names or words", async () => {
    const rosa = await add("Rosa H.");
    await ben.post(`${rosa}/post`, { kind: "gift", words: "3 buckets" });
    const slip = await ben.post(`${rosa}/close`, { number: "10", how: "done" });
    expect(slip.text).toContain("Done. Thank you!");
    expect(slip.text).toContain("Listo. ¡Gracias!");
    expect((await ben.get(rosa)).text).toContain("No open posts.");
    const { rows } = await camp.database.query("SELECT act, subject FROM audit_entries ORDER BY id OFFSET 3");
    const id = rosa.split("/").at(-1);
    expect(rows).toEqual([
      { act: "add somebody", subject: `person ${id}` },
      { act: "post for somebody", subject: `person ${id}, no. 10` },
      { act: "done for somebody", subject: `person ${id}, no. 10` },
    ]);
  });

  test("is called as nobody else is, in a few letters", async () => {
    await add("Rosa H.");
    expect((await create("rosa h.")).text).toContain("Somebody is called that already");
    expect((await create("401 555 0101")).text).toContain("no phone number");
    const both = await Promise.all([create("Luz"), create("LUZ")]);
    expect(both.map((page) => page.status).sort()).toEqual([200, 400]);
  });

  test("cannot close what is somebody else's", async () => {
    const number = postIn(await camp.phone().text("NEED 2 tarps"));
    const rosa = await add("Rosa H.");
    const page = await ben.post(`${rosa}/close`, { number: String(number), how: "drop" });
    expect(page.text).toContain(`no. ${number}`);
    const { rows } = await camp.database.query("SELECT state FROM posts");
    expect(rows).toEqual([{ state: "open" }]);
  });

  test("hears that the tent looks who needs their gift, and the board says so beside what fits", async () => {
    const rosa = await add("Rosa H.");
    const slip = await ben.post(`${rosa}/post`, { kind: "gift", words: "tarps, have 3" });
    expect(slip.text).toContain("The info tent looks who needs it");
    expect(slip.text).toContain("La carpa mira");
    await camp.phone().text("NEED 2 tarps");
    await camp.settled();
    expect((await ben.get("/organize/posts")).text).toContain("needs the tent");
    const need = await ben.post(`${rosa}/post`, { kind: "need", words: "2 buckets" });
    expect(need.text).not.toContain("The info tent looks");
  });

  test("has a post kept open for another while", async () => {
    const rosa = await add("Rosa H.");
    const slip = await ben.post(`${rosa}/post`, { kind: "need", words: "2 tarps till friday" });
    const number = String(postIn(slip.text));
    const kept = await ben.post(`${rosa}/close`, { number, how: "still" });
    expect(kept.path).toBe(`${rosa}/slip`);
    expect(kept.text).toContain("30 Nov");
  });

  test("is not let into a group that is closed to newcomers, and is let out of one", async () => {
    const closed = await insertGroup(camp, { number: 3, name: "Watch", open: false });
    const open = await insertGroup(camp, { number: 4, name: "Kitchen" });
    const rosa = await add("Rosa H.");
    const refused = await ben.post(`${rosa}/join`, { group: String(closed) });
    expect([refused.status, refused.text]).toEqual([409, expect.stringContaining("takes nobody new")]);
    await ben.post(`${rosa}/join`, { group: String(open) });
    expect((await ben.get(rosa)).text).toContain("Leave it: Kitchen");
    const left = await ben.post(`${rosa}/leave`, { group: String(open) });
    expect(left.text).toContain("They are out of that group.");
    const { rows } = await camp.database.query("SELECT count(*)::int AS members FROM members");
    expect(rows).toEqual([{ members: 0 }]);
  });

  test("joins a group and gets a slip of it, and is forgotten when they ask for it", async () => {
    const { rows } = await camp.database.query(
      "INSERT INTO groups (number, name, about, interests, place, contact, created_at, active_at) VALUES (2, 'Kitchen', '', '', 'big tent', '', now(), now()) RETURNING id",
    );
    const rosa = await add("Mila K.");
    const slip = await ben.post(`${rosa}/join`, { group: String(rows[0]?.id) });
    expect(slip.text).toContain("2 Kitchen (big tent)");
    expect((await ben.post(`${rosa}/forget`, {})).text).not.toContain("Mila K.");
    const left = await camp.database.query(
      "SELECT (SELECT count(*)::int FROM members) AS members, (SELECT count(*)::int FROM people WHERE handle IS NOT NULL) AS people",
    );
    expect(left.rows).toEqual([{ members: 0, people: 0 }]);
  });
});

async function create(handle: string, phone = ""): Promise<Page> {
  return ben.post("/organize/tent", { handle, language: "en", phone });
}

/** The path of the page of somebody new. */
async function add(handle: string, phone = ""): Promise<string> {
  const page = await create(handle, phone);
  const id = /\/organize\/tent\/(\d+)\/post/.exec(page.text)?.[1];
  if (id === undefined) throw new Error(page.text);
  return `/organize/tent/${id}`;
}
