import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { boardPosts } from "#server/store/board.ts";
import { type Camp, lineIn, postIn, startCamp } from "#test/support/camp.ts";
import { type Console, startConsole } from "#test/support/console.ts";

let camp: Camp;
let ada: Console;
beforeEach(async () => {
  camp = await startCamp();
  ada = await startConsole(camp, { phone: "+14015550109", name: "Ada" });
});
afterEach(() => camp.close());

describe("the posts board", () => {
  test("shows what fits a need, why, who was asked and how that went", async () => {
    const [needer, giver] = [camp.phone(), camp.phone()];
    const need = postIn(await needer.text("NEED 2 tarps"));
    const gift = postIn(await giver.text("GIFT tarps, have 3"));
    await camp.settled();
    const open = await slipOf(need);
    expect(open).toContain(`<b>no. ${gift}</b> tarps, have 3`);
    expect(open).toContain("both say tarp<");
    expect(open).toContain("asked, no answer yet");
    await giver.unread();
    await giver.text("2");
    expect(await slipOf(need)).toContain("said: not this time");
    const spanish = await ada.post("/organize/language", { language: "es" });
    expect(spanish.status).toBe(200);
  });

  test("finds by kind and by a word, with or without its accents, a page at a time", async () => {
    const phone = camp.phone();
    await phone.text("NECESITO una lámpara");
    await phone.text("GIFT lamparas");
    const many = [camp.phone(), camp.phone()];
    for (let i = 0; i < 21; i++) await many[i % 2]?.text(`NEED ${i + 2} buckets`);
    await camp.settled();
    const found = async (query: string) =>
      [...(await ada.get(`/organize/posts?${query}`)).text.matchAll(/id="post-/g)].length;
    expect(await found("word=lampara")).toBe(2);
    expect(await found("word=lámpara&kind=need")).toBe(1);
    expect(await found("word=%25")).toBe(0);
    expect(await found("kind=gift")).toBe(1);
    expect(await found("word=bucket")).toBe(20);
    expect(await found("word=bucket&page=2")).toBe(1);
  });

  test("shows nobody's number, also not one that was written into a post", async () => {
    const phone = camp.phone();
    await phone.text("NEED 2 tarps call me 401 555 7788");
    const { text } = await ada.get("/organize/posts");
    expect(text).not.toMatch(/7788/);
    expect(text.replace(/\D/g, "")).not.toContain(phone.number.slice(-7));
  });

  test("lets helpers and convenors look, and only organizers change", async () => {
    const ben = await startConsole(camp, { phone: "+14015550108", name: "Ben", role: "helper" });
    await camp.phone().text("NEED 2 tarps");
    expect((await ben.get("/organize/posts")).text).toContain("2 tarps");
    expect((await ben.get("/organize/posts")).text).not.toContain("/hide");
    expect((await ben.post("/organize/posts/1/hide", {})).status).toBe(403);
    expect((await ben.post("/organize/posts/introduce", { need: "1", gift: "2" })).status).toBe(403);
  });
});

describe("introduce these two", () => {
  test("tells both, who can write to each other at once; the giver's open menu is over", async () => {
    const [needer, giver] = [camp.phone(), camp.phone()];
    const need = postIn(await needer.text("NEED 2 tarps"));
    const gift = postIn(await giver.text("GIFT tarps, have 3"));
    await giver.unread();
    const page = await introduce(need, gift);
    expect(page.text).toContain("Both hear of each other now.");
    const [toGiver] = await giver.unread();
    const [toNeeder] = await needer.unread();
    expect(toGiver).toContain(`we connect your gift ${gift} with someone who needs 2 tarps (no. ${need})`);
    expect(lineIn(toGiver)).toBe(lineIn(toNeeder));
    await needer.text(`${lineIn(toNeeder)} at five?`);
    expect((await giver.unread()).at(-1)).toContain("at five?");
    expect(await giver.text("1")).not.toMatch(/great/);
    expect((await introduce(need, gift)).status).toBe(409);
    const { rows } = await camp.database.query(
      "SELECT act, subject FROM audit_entries WHERE act = 'introduce'",
    );
    expect(rows).toEqual([{ act: "introduce", subject: `no. ${need} and no. ${gift}` }]);
    expect(await slipOf(gift)).toContain(`introduced, line ${lineIn(toNeeder)}`);
  });

  test("takes back what others were asked once the need is filled", async () => {
    const [needer, one, two] = [camp.phone(), camp.phone(), camp.phone()];
    await one.text("GIFT tarps, have 3");
    const gift = postIn(await two.text("GIFT hammock"));
    const need = postIn(await needer.text("NEED 2 tarps"));
    expect(await one.unread()).toHaveLength(1);
    await camp.database.query("UPDATE posts SET quantity = 5, remaining = 5 WHERE number = $1", [gift]);
    await introduce(need, gift);
    expect(await one.unread()).toEqual([expect.stringContaining(`no. ${need} needs no more help`)]);
  });

  test.each([
    ["closed", async (needer: number) => camp.text(numberOf(needer), "DROP 10"), "closed, hidden or over"],
    ["out", async (needer: number) => camp.text(numberOf(needer), "STOP"), "asked for no more texts"],
  ] as const)("is refused when one is %s, and nobody hears anything", async (_, end, why) => {
    const [needer, giver] = [camp.phone(numberOf(1)), camp.phone(numberOf(2))];
    const need = postIn(await needer.text("NEED a hammock"));
    const gift = postIn(await giver.text("GIFT 3 buckets"));
    await camp.settled();
    await end(1);
    const page = await introduce(need, gift);
    expect(page.text).toContain(why);
    expect(await giver.unread()).toEqual([]);
  });

  test("is refused between somebody and themselves, and where one muted the other", async () => {
    const [needer, giver] = [camp.phone(), camp.phone()];
    const need = postIn(await needer.text("NEED 2 tarps"));
    const own = postIn(await needer.text("GIFT 3 buckets"));
    expect((await introduce(need, own)).text).toContain("of the same person");
    const gift = postIn(await giver.text("GIFT tarps, have 3"));
    await giver.unread();
    await giver.text("1");
    const line = lineIn((await needer.unread()).at(-1));
    await needer.text(`MUTE ${line}`);
    const more = postIn(await needer.text("NEED a hammock"));
    expect((await introduce(more, gift)).text).toContain("muted the other");
  });
});

describe("a hidden post", () => {
  test("is not asked about any more, those who were asked hear so, and showing it again finds them anew", async () => {
    const [needer, giver, later] = [camp.phone(), camp.phone(), camp.phone()];
    const need = postIn(await needer.text("NEED 2 tarps"));
    await giver.text("GIFT tarps, have 3");
    expect(await giver.unread()).toHaveLength(1);
    await ada.post(`/organize/posts/${await idOf(need)}/hide`, {});
    expect(await giver.unread()).toEqual([expect.stringContaining(`no. ${need} needs no more help`)]);
    await later.text("GIFT 4 tarps");
    expect(await later.unread()).toEqual([]);
    expect(await giver.text("1")).not.toMatch(/great/);
    expect(await slipOf(need)).toContain("hidden");
    expect(await onBoard()).not.toContain(need);
    await ada.post(`/organize/posts/${await idOf(need)}/show`, {});
    expect([...(await giver.unread()), ...(await later.unread())].length).toBeGreaterThan(0);
    expect(await onBoard()).toContain(need);
  });

  test("hidden while it is a gift is not found for a need that comes", async () => {
    const [needer, giver] = [camp.phone(), camp.phone()];
    const gift = postIn(await giver.text("GIFT tarps, have 3"));
    await camp.settled();
    await ada.post(`/organize/posts/${await idOf(gift)}/hide`, {});
    await needer.text("NEED 2 tarps");
    expect(await giver.unread()).toEqual([]);
  });
});

async function introduce(need: number, gift: number) {
  return ada.post("/organize/posts/introduce", {
    need: String(await idOf(need)),
    gift: String(await idOf(gift)),
  });
}

async function idOf(number: number): Promise<number> {
  const { rows } = await camp.database.query("SELECT id FROM posts WHERE number = $1", [number]);
  return rows[0]?.id;
}

/** The post's slip on the page. */
async function slipOf(number: number): Promise<string> {
  const { text } = await ada.get("/organize/posts");
  const from = text.indexOf(`id="post-${await idOf(number)}"`);
  const next = text.indexOf('id="post-', from + 1);
  return text.slice(from, next < 0 ? undefined : next);
}

async function onBoard(): Promise<readonly number[]> {
  const { ctx } = camp.booted;
  return (await boardPosts(ctx.db, { kind: null, most: 50, now: ctx.now() })).map((post) => post.number);
}

function numberOf(which: number): string {
  return `+1401555200${which}`;
}
