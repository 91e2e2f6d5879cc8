import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { boardIdOf, look, nonce, press, titleOf } from "#test/support/at-kiosk.ts";
import { type Camp, giversOf, type Phone, postIn, QUEUES, startCamp } from "#test/support/camp.ts";
import { insertGathering, insertGroup } from "#test/support/gatherings.ts";

/** A number typed with consent, as the last screen sends it. */
function typed(camp: Camp, phone: Pick<Phone, "number">, wish: Record<string, string>): Promise<string> {
  return press(camp, "/phone/text?lang=en", { phone: phone.number, consent: "yes", ...wish });
}
const need = (words: string) => ({ does: "post", kind: "need", words });

describe.each(QUEUES)("a number typed at the touchscreen, with jobs on %s", (queue) => {
  let camp: Camp;
  beforeAll(async () => {
    camp = await startCamp({ queue });
  });
  afterAll(() => camp.close());

  test("gets one text, and its 1 posts what was typed; before that nobody hears of it", async () => {
    const [giver] = await giversOf(camp, "wheelbarrows");
    const phone = camp.phone();
    const page = await typed(camp, phone, need("a wheelbarrow"));
    expect(titleOf(page)).toBe("Look at your phone");
    expect(page).not.toContain(phone.number.slice(-7));
    expect(await phone.unread()).toEqual([
      "Willow Camp: someone typed a need and this number at our screen. Reply 1 to post it and get texts about it. Not you? Do nothing.",
    ]);
    expect(await giver?.unread()).toEqual([]);
    expect(await look(camp, "/board/need")).not.toContain("wheelbarrow");
    expect(await phone.text("1")).toMatch(/got it, no\. \d+: 1 wheelbarrow/);
    expect((await giver?.unread())?.join()).toContain("someone needs");
    expect(await look(camp, "/board/need")).toContain("a wheelbarrow");
  });

  test("gets no second text before it answered the first, whoever types it", async () => {
    const phone = camp.phone();
    await typed(camp, phone, need("two buckets"));
    expect(titleOf(await typed(camp, phone, need("three ropes")))).toBe("Look at your phone");
    expect(await phone.unread()).toHaveLength(1);
    await camp.advance(26 * 60);
    await typed(camp, phone, need("three ropes"));
    expect(await phone.unread()).toEqual([]);
  });

  test("gets two a day at the most, however well it answers", async () => {
    const phone = camp.phone();
    for (const words of ["soap", "candles", "matches"]) {
      await typed(camp, phone, need(words));
      await phone.unread();
      await phone.text("1");
    }
    const posts = (await phone.text("MINE")) ?? "";
    expect(posts).toContain("soap");
    expect(posts).toContain("candles");
    expect(posts).not.toContain("matches");
  });

  test("pressed twice at once it is one text and one wish", async () => {
    const phone = camp.phone();
    const same = { ...need("a ladder"), nonce: nonce() };
    const pages = await Promise.all([typed(camp, phone, same), typed(camp, phone, same)]);
    expect(pages.map(titleOf)).toEqual(["Look at your phone", "Look at your phone"]);
    expect(await phone.unread()).toHaveLength(1);
  });

  test("a 1 that comes hours later still counts; the next one does not post it again", async () => {
    const phone = camp.phone();
    await typed(camp, phone, need("hay bales"));
    await phone.unread();
    await camp.advance(5 * 60);
    expect(await phone.text("1")).toMatch(/hay bales/);
    expect(await phone.text("1")).not.toMatch(/hay bales/);
  });

  test("a 1 that comes two days later posts nothing", async () => {
    const phone = camp.phone();
    await typed(camp, phone, need("old doors"));
    await phone.unread();
    await camp.advance(48 * 60);
    expect(await phone.text("1")).not.toContain("old doors");
    expect(await phone.text("MINE")).toContain("you have nothing listed");
  });

  test("another digit says it again, and a keyword does as ever", async () => {
    const phone = camp.phone();
    await typed(camp, phone, need("green paint"));
    const [text] = await phone.unread();
    expect(await phone.text("3")).toBe(text);
    expect(await phone.text("NEED a broom")).toContain("got it");
    expect(await phone.text("MINE")).not.toContain("green paint");
  });

  test("joins a group by the text that carries its next meeting", async () => {
    const id = await insertGroup(camp, { number: 7, name: "Builders", place: "tool shed", contact: "Ada" });
    const startsAt = new Date(camp.booted.ctx.now().getTime() + 26 * 3_600_000);
    await insertGathering(camp, { title: "Roof", startsAt, place: "tool shed", groupId: id });
    const phone = camp.phone();
    expect(await look(camp, `/groups/${id}/join?lang=es`)).toContain("Mándame esto");
    await typed(camp, phone, { does: "join", group: String(id) });
    expect(await phone.unread()).toEqual([
      expect.stringMatching(
        /^Willow Camp: Builders meets \w+ \d+:?\d*[ap]m, tool shed\. Ask for Ada\. Reply 1 to join and get its texts\. Not you\? Do nothing\.$/,
      ),
    ]);
    expect(await phone.text("1")).toContain("you are in Builders");
    expect(await phone.text("LEAVE 7")).toContain("you are out of Builders");
  });

  test("helps with a need on the board: 1 introduces the two at once", async () => {
    const owner = camp.phone();
    const number = postIn(await owner.text("NEED 3 tarps"));
    await camp.settled();
    const id = await boardIdOf(camp, number);
    const phone = camp.phone();
    await typed(camp, phone, { does: "take", post: String(id), pieces: "2" });
    const [text] = await phone.unread();
    expect(text).toContain(`you saw no. ${number}: someone needs 2 tarps. Reply 1 to help`);
    expect(await owner.unread()).toEqual([]);
    const answer = await phone.text("1");
    expect(answer).toContain(`great, you help with no. ${number}: 2 tarps!`);
    const line = /Text (\d+) and your words/.exec(answer ?? "")?.[1];
    expect((await owner.unread()).join()).toContain(`Text ${line} and your words to meet.`);
    await phone.text(`${line} at noon?`);
    expect(await owner.unread()).toEqual([`${line}: at noon?`]);
    expect(await look(camp, "/board/need")).toContain("3 tarps");
    expect(await phone.text(`DROP ${line}`)).toContain("is closed");
    expect(await phone.text("MINE")).toContain("you have nothing listed");
  });
});

describe("numbers that get nothing", () => {
  let camp: Camp;
  beforeAll(async () => {
    camp = await startCamp();
  });
  afterAll(() => camp.close());

  test("the screen says the same of a number that said STOP, one that is blocked and one that we never saw", async () => {
    const [stopped, blocked, fresh] = [camp.phone(), camp.phone(), camp.phone()];
    await stopped.text("NEED a tent");
    await stopped.text("STOP");
    await blocked.text("NEED a tent");
    await camp.database.query("UPDATE people SET blocked_at = now() WHERE id = (SELECT max(id) FROM people)");
    await Promise.all([stopped, blocked, fresh].map((phone) => phone.unread()));
    const pages: string[] = [];
    for (const phone of [stopped, blocked, fresh]) {
      const page = await typed(camp, phone, need("rope"));
      pages.push(page.replace(`..${phone.number.slice(-2)}`, ""));
    }
    expect(new Set(pages).size).toBe(1);
    expect(await stopped.unread()).toEqual([]);
    expect(await blocked.unread()).toEqual([]);
    expect(await fresh.unread()).toHaveLength(1);
  });

  test("what is no number, or of a country that we do not text, is asked for again", async () => {
    for (const number of ["12", "+442079460958", ""])
      expect(titleOf(await typed(camp, { number }, need("rope")))).toBe("Please check the number");
    expect(camp.standIn.accepted.map(({ to }) => to)).not.toContain("+442079460958");
  });

  test("without the box ticked nothing is sent", async () => {
    const phone = camp.phone();
    const fields = { phone: phone.number, ...need("rope") };
    expect(titleOf(await press(camp, "/phone/text?lang=en", fields))).toBe("First touch the box");
    expect(await phone.unread()).toEqual([]);
  });

  test("the text says no word that a stranger typed", async () => {
    const phone = camp.phone();
    await typed(camp, phone, need("your house burns"));
    expect((await phone.unread()).join()).not.toContain("burns");
  });

  test("a screen that types number after number is told to ask a person", async () => {
    const titles: string[] = [];
    for (let at = 0; at < 32; at++)
      titles.push(
        titleOf(await typed(camp, { number: `+14015552${String(at).padStart(3, "0")}` }, need("rope"))),
      );
    expect(titles.at(0)).toBe("Look at your phone");
    expect(titles.at(-1)).toBe("This screen has sent many texts");
  });
});
