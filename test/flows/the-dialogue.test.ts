import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type Camp, lineIn, type Phone, postIn, startCamp } from "#test/support/camp.ts";

const ITEMS = "1 NEED 2 GIFT 3 GROUP 4 AGENDA";

let camp: Camp;
let phone: Phone;
beforeAll(async () => {
  camp = await startCamp();
});
beforeEach(() => {
  phone = camp.phone();
});
afterAll(() => camp.close());

async function inbox(): Promise<{ reason: string; urgent: boolean }[]> {
  const { rows } = await camp.database.query(
    "SELECT reason, urgent FROM inbox_entries ORDER BY urgent DESC, id DESC",
  );
  return rows;
}

describe("menus and their digits", () => {
  test.each([
    ["1", "what do you need?"],
    ["2", "what can you give?"],
    ["3", "no groups are listed yet"],
    ["4", "nothing on today"],
    ["0", "what should we know?"],
  ])("MENU, then %s", async (digit, answer) => {
    expect(await phone.text("menu")).toContain(ITEMS);
    expect(await phone.text(digit)).toContain(answer);
  });

  test("a digit that the menu does not have repeats it", async () => {
    const menu = await phone.text("MENU");
    expect(await phone.text("8")).toBe(menu);
    expect(await phone.text("1")).toContain("what do you need?");
  });

  test("after 30 minutes a digit hears that the menu is over, and may then choose again", async () => {
    await phone.text("MENU");
    await camp.advance(30);
    expect(await phone.text("1")).toContain(`that menu is over. Reply ${ITEMS}`);
    expect(await phone.text("1")).toContain("what do you need?");
  });
});

describe("words answer what was asked", () => {
  test("a keyword beats an open question", async () => {
    await phone.text("WIPE");
    expect(await phone.text("NEED 2 oboes")).toContain("got it, no.");
    expect(await phone.text("1")).toContain("that menu is over");
    expect(await phone.text("MINE")).toContain("2 oboes");
  });

  test.each([
    ["NEED", "what do you need?", "10 clarinets", "10 clarinets"],
    ["GIFT", "what can you give?", "flutes, have 3", "flutes, 3"],
    ["NECESITO", "¿qué necesitas?", "una gaita", "1 gaita"],
    ["need", "what do you need?", "2 drums", "2 drums"],
  ])(
    "%s alone asks for the thing, and the next words are the thing",
    async (keyword, question, words, thing) => {
      expect(await phone.text(keyword)).toContain(question);
      expect(await phone.text(words)).toContain(thing);
    },
  );

  test("after NEED alone a number is a thing, also when a post of theirs has that number", async () => {
    const mine = postIn(await phone.text("NEED piano"));
    await phone.text("NEED");
    expect(await phone.text(`${mine} celestas`)).toContain(`${mine} celestas`);
  });

  test("OFFER and NEEDS look alike on a phone's keys: asked back, then posted as chosen", async () => {
    expect(await phone.text("OFFER 3 violas")).toContain("Reply 1 NEED or 2 GIFT.");
    expect(await phone.text("2")).toContain("thank you! No.");
    expect(await phone.text("MINE")).toContain("GIFT violas, 3");
    expect(await phone.text("NEEDS cello")).toContain("Reply 1 NEED or 2 GIFT.");
    expect(await phone.text("1")).toContain("got it, no.");
  });
});

describe("what we do not understand", () => {
  test("not understood: the menu, then a person too, then silence and an entry for the organizers", async () => {
    expect(await phone.text("qwerty")).toContain("reply 1 NEED");
    expect(await phone.text("asdfgh")).toContain("sorry, I did not get that.");
    const before = (await inbox()).length;
    expect(await phone.text("zxcvb")).toBeNull();
    expect((await inbox()).length).toBe(before + 1);
    expect((await inbox())[0]).toEqual({ reason: "unknown", urgent: false });
    await camp.advance(11);
    expect(await phone.text("qwertz")).toContain("reply 1 NEED");
  });

  test("words that answered a question were understood: the first strange ones after them get the plain menu", async () => {
    await phone.text("NEED");
    await phone.text("2 kazoos");
    expect(await phone.text("qwerty")).not.toContain("sorry");
  });

  test("0 and words reach a person", async () => {
    const before = (await inbox()).length;
    await phone.text("0");
    expect(await phone.text("12 blankets got wet")).toContain("a person at the info tent has it");
    expect((await inbox()).length).toBe(before + 1);
    expect((await inbox())[0]?.reason).toBe("person");
  });
});

describe("texts of every kind", () => {
  test.each([
    ["", "we can only read words"],
    ["   ", "we can only read words"],
    ["👍", "reply 1 NEED"],
    ["NEED 🎪", "what do you need?"],
    ["NEED 5", "what do you need?"],
    ["нужна палатка", "reply 1 NEED"],
    ["帐篷", "reply 1 NEED"],
    ["NEED палатка", "got it, no."],
    ["NEED 帐篷", "got it, no."],
    ["GIFT خيمة", "thank you! No."],
    ["NEED 2 tubas 🎺🎺", "2 tubas"],
    [`NEED ${"sousaphone ".repeat(145)}`, "got it, no."],
    ["x ".repeat(800), "reply 1 NEED"],
    ["GROUP 2", "no groups are listed yet"],
    ["LEAVE food", "no groups are listed yet"],
    ["4839 2017 563", "no live card has these digits"],
    ["4839 2017 564", "that code does not look right"],
    ["CAST hello all", "only organizers can text everybody"],
  ])("%s", async (text, answer) => {
    const got = await phone.text(text.slice(0, 1600));
    expect(got).toContain(answer);
    expect(got?.length).toBeLessThanOrEqual(160);
  });

  test("a picture without words", async () => {
    const posted = { from: phone.number, body: "", numMedia: 1 };
    const { reply } = await camp.standIn.postText(`${camp.url}/twilio/sms`, posted);
    expect(reply).toContain("we can only read words, no pictures");
  });

  test("other alphabets match each other, and give and take as any other", async () => {
    const giver = camp.phone();
    await giver.text("GIFT 铁锤");
    const need = postIn(await phone.text("NEED 铁锤"));
    expect(await giver.unread()).toEqual([expect.stringContaining(`(no. ${need})`)]);
  });
});

describe("machines", () => {
  test.each([
    ["our own number", "+14015550100"],
    ["a short code", "72975"],
    ["a name", "GIFTLINE"],
    ["another country", "+442071838750"],
  ])("%s gets no answer and no text, whatever it says", async (_, from) => {
    const before = camp.sentCount();
    for (const body of ["NEED 2 tarps", "MENU", "STOP", "hello"])
      expect(await camp.text(from, body)).toBeNull();
    await camp.settled();
    expect(camp.sentCount()).toBe(before);
  });

  test.each([
    "I'm driving right now. Auto-reply",
    "Out of office until Monday",
    "123456 is your verification code",
  ])("an automatic answer gets none: %s", async (text) => {
    expect(await phone.text(text)).toBeNull();
  });

  test("two machines cannot loop: ten answers an hour to texts that say nothing new", async () => {
    const answers: (string | null)[] = [];
    for (let i = 0; i < 15; i++) answers.push(await phone.text("MENU"));
    expect(answers.filter((answer) => answer !== null)).toHaveLength(11);
    expect(await phone.text("MINE")).toContain("nothing listed");
    await camp.advance(61);
    expect(await phone.text("MENU")).toContain(ITEMS);
  });

  test("sixty answers an hour and no more, but an emergency is always answered", async () => {
    const answers: (string | null)[] = [];
    for (let i = 0; i < 62; i++) answers.push(await phone.text(`DROP ${5000 + i}`));
    expect(answers.filter((answer) => answer !== null)).toHaveLength(60);
    expect(await phone.text("MENU")).toBeNull();
    expect(await phone.text("911")).toContain("call 911");
  });
});

describe("an emergency", () => {
  test.each([
    ["help he's here", "If life is in danger, call 911. Tell"],
    ["socorro", "If life is in danger, call 911. Avisa"],
    ["sobredosis", "call 911"],
    ["NEED help she is not breathing", "call 911"],
  ])("an emergency is answered at once and stands on top of the inbox: %s", async (text, answer) => {
    expect(await phone.text(text)).toContain(answer);
    expect((await inbox())[0]).toEqual({ reason: "emergency", urgent: true });
  });

  test("an emergency in words to the other side is an emergency", async () => {
    const giver = camp.phone();
    await phone.text("NEED xylophone");
    await giver.text("GIFT xylophone");
    await giver.unread();
    const line = lineIn(await giver.text("1"));
    expect(await phone.text(`${line} he is not breathing`)).toContain("If life is in danger, call 911.");
    expect((await inbox())[0]).toEqual({ reason: "emergency", urgent: true });
  });
});
