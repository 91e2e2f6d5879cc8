import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { withCheckDigit } from "#server/domain/card-code.ts";
import { boardIdOf, look, nonce, press, slipOn, titleOf } from "#test/support/at-kiosk.ts";
import { type Camp, giversOf, postIn, QUEUES, startCamp } from "#test/support/camp.ts";
import { liveCards } from "#test/support/cards.ts";
import { insertGroup } from "#test/support/gatherings.ts";

let camp: Camp;

const post = (kind: "need" | "gift", words: string, more: Record<string, string> = {}) =>
  press(camp, "/posts?lang=en", { kind, words, ...more });
const take = (id: number, more: Record<string, string> = {}) =>
  press(camp, "/board/take?lang=en", { does: "take", post: String(id), ...more });
const slip = (digits: string) => press(camp, "/card?lang=en", { seen: digits });
/** What came for whoever holds the slip. */
const wordsFor = (digits: string) => press(camp, "/card/read?lang=en", { seen: digits });

async function countOf(words: string): Promise<number> {
  const { rows } = await camp.database.query("SELECT count(*)::int AS n FROM posts WHERE words = $1", [
    words,
  ]);
  return rows[0]?.n;
}

describe.each(QUEUES)("somebody without a phone, with jobs on %s", (queue) => {
  beforeAll(async () => {
    camp = await startCamp({ queue });
  });
  afterAll(() => camp.close());

  test("posts a need, a giver is asked, and what the giver says waits behind the digits of the slip", async () => {
    const [giver] = await giversOf(camp, "wheelbarrows");
    const page = await post("need", "1 wheelbarrow");
    expect(titleOf(page)).toMatch(/^It is posted: no\. \d+$/);
    expect((await giver?.unread())?.join()).toContain("someone needs 1 wheelbarrow");
    await giver?.text("1");
    expect(await wordsFor(slipOn(page))).toContain("someone can give 1 wheelbarrow");
  });

  test("would like a gift from the board: its giver is asked, though no other words say what it is", async () => {
    const giver = camp.phone();
    const id = await boardIdOf(camp, postIn(await giver.text("GIFT 3 zorbles")));
    await camp.settled();
    const page = await take(id, { pieces: "2" });
    expect(titleOf(page)).toBe("We ask whoever gives it");
    expect((await giver.unread()).join()).toContain("someone needs 2 zorbles");
    expect(await wordsFor(slipOn(page))).not.toContain("someone can give");
    await camp.advance(10);
    expect(await giver.text("1")).toContain("1 zorble of your 3 stays listed");
    expect(await wordsFor(slipOn(page))).toContain("someone can give 2 zorbles");
  });

  test("helps with a need on the board: its owner hears of it at once, and of it only one helper", async () => {
    const owner = camp.phone();
    const number = postIn(await owner.text("NEED a ladder"));
    await camp.settled();
    const id = await boardIdOf(camp, number);
    const pages = await Promise.all([take(id), take(id)]);
    expect(new Set(pages.map(titleOf))).toEqual(
      new Set(["Somebody was first", `You help with no. ${number}`]),
    );
    const texts = await owner.unread();
    expect(texts).toHaveLength(1);
    expect(texts[0]).toMatch(
      /someone can give 1 ladder \(no\. \d+\)\. Text \d+ and when you come to the info tent/,
    );
    const line = /Text (\d+) and when/.exec(texts[0] ?? "")?.[1];
    await owner.text(`${line} today at 4`);
    const digits = slipOn(pages.find((page) => titleOf(page).startsWith("You help")) ?? "");
    expect(await wordsFor(digits)).toContain("today at 4");
    expect(await owner.text(`DONE ${number}`)).toContain("is done");
    expect(await slip(digits)).toMatch(/\bmet\b/i);
  });
});

describe("at the touchscreen without a phone", () => {
  beforeAll(async () => {
    camp = await startCamp();
  });
  afterAll(() => camp.close());

  test("what is pressed twice at once is posted once, with the same slip", async () => {
    const same = { nonce: nonce() };
    const pages = await Promise.all([
      post("need", "a green bucket", same),
      post("need", "a green bucket", same),
    ]);
    expect(await countOf("a green bucket")).toBe(1);
    expect(slipOn(pages[0] ?? "")).toBe(slipOn(pages[1] ?? ""));
  });

  test("the digits that the screen printed without a connection are the slip's, also when it was sent before", async () => {
    const same = { nonce: nonce() };
    await post("need", "a yellow bucket", same);
    const made = withCheckDigit("5820947713");
    expect(slipOn(await post("need", "a yellow bucket", { ...same, made })).replaceAll(" ", "")).toBe(made);
    expect(slipOn(await post("need", "a yellow bucket", { ...same, made })).replaceAll(" ", "")).toBe(made);
    expect(await countOf("a yellow bucket")).toBe(1);
    expect(await slip(made)).toContain("a yellow bucket");
  });

  test("digits that a card has, or another slip, or that are wrong, are not taken for a slip", async () => {
    const [card] = await liveCards(camp.booted.ctx, { meaning: { kind: "gift", words: "hot soup" } });
    const other = slipOn(await post("need", "a red bucket")).replaceAll(" ", "");
    for (const made of [card?.code ?? "", other, "12345678901", "1"]) {
      const digits = slipOn(await post("need", "a blue bucket", { made })).replaceAll(" ", "");
      expect(digits).not.toBe(made);
      expect(await slip(digits)).toContain("a blue bucket");
    }
  });

  test("a number written into a post is masked, and a sign alone is asked for in words", async () => {
    await post("need", "call 401 555 0199 for rope");
    expect(await countOf("call (number hidden) for rope")).toBe(1);
    expect(titleOf(await post("need", "!!"))).toBe("Which thing? Say it in words");
  });

  test("a part of a need is taken, and the rest stays on the board", async () => {
    const owner = camp.phone();
    const number = postIn(await owner.text("NEED 5 chairs"));
    await camp.settled();
    const id = await boardIdOf(camp, number);
    expect(titleOf(await look(camp, `/board/post/${id}/take?lang=en`))).toBe("How many can you give?");
    await take(id, { pieces: "2" });
    expect((await owner.unread()).join()).toContain("someone can give 2 chairs");
    const left = await look(camp, `/board/post/${id}/take?lang=en`);
    expect(left).toContain("All 3");
    await take(id, { pieces: "9" });
    expect((await owner.unread()).join()).toContain("someone can give 3 chairs");
    expect(titleOf(await look(camp, `/board/post/${id}?lang=en`))).toBe("This is not open any more");
  });

  test("what is hidden, kept off the board, over or never was, is neither shown nor taken by its id", async () => {
    const owner = camp.phone();
    const hidden = postIn(await owner.text("NEED a hammock"));
    const off = postIn(await owner.text("NEED a mirror"));
    const over = postIn(await owner.text("NEED a lantern"));
    await camp.settled();
    await camp.database.query("UPDATE posts SET hidden_at = now() WHERE number = $1", [hidden]);
    await camp.database.query("UPDATE posts SET off_board = true WHERE number = $1", [off]);
    await owner.text(`DROP ${over}`);
    await owner.unread();
    const ids = await Promise.all([hidden, off, over].map((number) => boardIdOf(camp, number)));
    for (const id of [...ids, 99_999]) {
      expect(titleOf(await look(camp, `/board/post/${id}?lang=en`))).toBe("This is not open any more");
      expect(titleOf(await take(id))).toBe("Somebody was first");
    }
    const all = await look(camp, "/board/all?lang=en");
    for (const thing of ["hammock", "mirror", "lantern"]) expect(all).not.toContain(thing);
    expect(await owner.unread()).toEqual([]);
  });

  test("who cannot help after all gives it back by the slip, and the need is open for others again", async () => {
    const owner = camp.phone();
    const number = postIn(await owner.text("NEED a stove"));
    await camp.settled();
    const id = await boardIdOf(camp, number);
    const digits = slipOn(await take(id));
    await owner.unread();
    await press(camp, "/card/unmet?lang=en", { seen: digits });
    expect((await owner.unread()).join()).toContain("the other side closed line");
    expect(await look(camp, "/board/need?lang=en")).toContain("a stove");
    const again = slipOn(await take(id));
    await owner.unread();
    await press(camp, "/card/met?lang=en", { seen: again });
    expect((await owner.unread()).join()).toContain(`no. ${number} is done, says the other side`);
    expect(await owner.text("MINE")).toContain("you have nothing listed");
  });

  test("the board goes on page by page both ways, and shows nobody's number", async () => {
    const owner = camp.phone();
    for (let at = 1; at <= 6; at++) await owner.text(`GIFT red ball number ${at}`);
    await camp.settled();
    const first = await look(camp, "/board/gift?lang=en");
    const older = /href="\/kiosk\/board\/gift(\?older=\d+)/.exec(first)?.[1] ?? "";
    const second = await look(camp, `/board/gift${older}&lang=en`);
    expect(first).toContain("number 6");
    expect(second).toContain("number 2");
    expect(second).not.toContain("number 3");
    const newer = /href="\/kiosk\/board\/gift(\?newer=\d+)/.exec(second)?.[1] ?? "";
    expect(await look(camp, `/board/gift${newer}&lang=en`)).toContain("number 6");
    expect((first + second).replace(/\D/g, "")).not.toContain(owner.number.slice(-7));
  });

  test("joins a group under a name that the tent knows, once for each press", async () => {
    const id = await insertGroup(camp, {
      number: 3,
      name: "Kitchen",
      place: "big tent",
      contact: "the lead",
    });
    const joined = await press(camp, `/groups/${id}/name?lang=en`, { handle: "Rosa" });
    expect(titleOf(joined)).toBe("You are in");
    expect(joined).toContain("you are Rosa");
    const same = { handle: "Rosa", nonce: nonce() };
    const pages = await Promise.all([1, 2].map(() => press(camp, `/groups/${id}/name?lang=en`, same)));
    const handles = pages.map((page) => /you are (Rosa \d+)/.exec(page)?.[1]);
    expect(handles[0]).toBeDefined();
    expect(handles[0]).toBe(handles[1]);
    expect(titleOf(await press(camp, `/groups/${id}/name?lang=en`, { handle: "4015550199" }))).toBe(
      "A shorter name, please, in letters",
    );
    const { rows } = await camp.database.query("SELECT count(*)::int AS n FROM members WHERE group_id = $1", [
      id,
    ]);
    expect(rows[0]?.n).toBe(2);
  });

  test("a group that takes newcomers in person is not joined at the screen", async () => {
    const id = await insertGroup(camp, { number: 4, name: "Medics", contact: "Ana", open: false });
    expect(titleOf(await look(camp, `/groups/${id}/join?lang=en`))).toBe("Newcomers come in person");
    expect(titleOf(await press(camp, `/groups/${id}/name?lang=en`, { handle: "Rosa" }))).toBe(
      "Newcomers come in person",
    );
  });

  test("a screen that posted a lot within an hour sends people to the table", async () => {
    const { id } = (await camp.database.query("SELECT id FROM kiosks WHERE here")).rows[0];
    for (let at = 0; at < 60; at++) await camp.booted.ctx.limits.take("kiosk-posts", String(id));
    expect(titleOf(await post("need", "one more thing"))).toBe("This screen has posted a lot");
    expect(await countOf("one more thing")).toBe(0);
  });
});
