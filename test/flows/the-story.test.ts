import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type Camp, lineIn, type Phone, postIn, QUEUES, type Queue, startCamp } from "#test/support/camp.ts";

let camp: Camp;
let needer: Phone;
let giver: Phone;

function inCamp(queue: Queue): void {
  beforeAll(async () => {
    camp = await startCamp({ queue });
  });
  beforeEach(() => {
    [needer, giver] = [camp.phone(), camp.phone()];
  });
  afterAll(() => camp.close());
}

/** Two strangers who were introduced over a thing. */
async function introduced(thing: string) {
  const need = postIn(await needer.text(`NEED ${thing}`));
  const gift = postIn(await giver.text(`GIFT ${thing}`));
  await giver.unread();
  const line = lineIn(await giver.text("1"));
  await needer.unread();
  return { need, gift, line };
}

describe.each(QUEUES)("a need and a gift meet, jobs on %s", (queue) => {
  inCamp(queue);

  test("gift first: the giver is asked as soon as the need comes", async () => {
    const gift = postIn(await giver.text("GIFT tarps, have 3"));
    const need = postIn(await needer.text("NEED 2 tarps till fri"));
    expect(await giver.unread()).toEqual([
      `Willow Camp: someone needs 2 tarps till Fri (no. ${need}). Your gift ${gift} could help. Reply 1 to help, 2 not this time.`,
    ]);
    const line = lineIn(await giver.text("1"));
    expect(await needer.unread()).toEqual([
      `Willow Camp: someone can give 2 tarps (no. ${need}). Text ${line} and your words to reach them. Numbers stay hidden. Text DONE ${need} once you have it.`,
    ]);
    expect(await needer.text(`${line} big tent at 5?`)).toBe("Willow Camp: passed on.");
    expect(await giver.unread()).toEqual([`${line}: big tent at 5?`]);
  });

  test("in Spanish, in either order, from the first word to the last", async () => {
    const gift = postIn(await giver.text("REGALO lonas, tengo 3"));
    const answer = await needer.text("NECESITO 2 lonas hasta el viernes");
    const need = postIn(answer);
    expect(answer).toBe(
      `Willow Camp: recibido, no. ${need}: 2 lonas, hasta el vie. Te avisamos cuando alguien pueda ayudar. Para quitarlo: QUITAR ${need}.`,
    );
    expect(await giver.unread()).toEqual([
      `Willow Camp: alguien necesita 2 lonas hasta el vie (no. ${need}). Tu regalo ${gift} puede servir. Responde 1 para ayudar, 2 esta vez no.`,
    ]);
    const yes = await giver.text("1");
    const line = lineIn(yes);
    expect(yes).toBe(
      `Willow Camp: ¡genial! Ya puedes escribirle a quien pide el no. ${need}: manda ${line} y tus palabras. Nadie ve tu numero. Te queda 1 lona de 3.`,
    );
    expect(await needer.unread()).toEqual([
      expect.stringContaining(`alguien puede darte 2 lonas (no. ${need}). Manda ${line} y tus palabras`),
    ]);
    expect(await giver.text(`${line} a las 5 en la carpa`)).toBe("Willow Camp: enviado.");
    expect(await needer.unread()).toEqual([`${line}: a las 5 en la carpa`]);
  });

  test("each hears in their own language, whatever the other speaks", async () => {
    await giver.text("REGALO guitar");
    await needer.text("NEED guitar");
    expect(await giver.unread()).toEqual([expect.stringContaining("alguien necesita guitar")]);
    await giver.text("1");
    expect(await needer.unread()).toEqual([expect.stringContaining("someone can give")]);
  });
});

describe("numbers mean one thing", () => {
  inCamp("postgresql");

  test("digits are answered in the language of the last keyword, LANG switches", async () => {
    const phone = camp.phone();
    await phone.text("hola necesito una guitarra");
    expect(await phone.text("0")).toContain("¿qué debemos saber?");
    expect(await phone.text("LANG")).toContain("responde 1 English, 2 español");
    expect(await phone.text("1")).toBe(
      "Willow Camp: we write to you in English now. Text MENU to see what you can do.",
    );
    expect(await phone.text("7")).toContain("that menu is over");
    expect(await phone.text("idioma")).toContain("español");
    expect(await phone.text("2")).toContain("ahora te escribimos en español");
    expect(await phone.text("MENU")).toContain("1 NECESITO");
  });

  test("a post's own number works while it has exactly one introduction", async () => {
    const { need, gift, line } = await introduced("banjo");
    expect(await needer.text(`${need} where are you?`)).toBe("Willow Camp: passed on.");
    expect(await giver.text(`${gift} at the gate`)).toBe("Willow Camp: passed on.");
    expect(await giver.unread()).toEqual([`${line}: where are you?`]);
    expect(await needer.unread()).toEqual([`${line}: at the gate`]);
  });

  test("with several introductions a post's number is asked back, and nothing is sent", async () => {
    const givers = [camp.phone(), camp.phone()];
    const need = postIn(await needer.text("NEED 5 sleeping bags"));
    const lines: number[] = [];
    for (const giver of givers) {
      await giver.text("GIFT sleeping bags, have 2");
      await giver.unread();
      lines.push(lineIn(await giver.text("1")));
    }
    expect(await needer.text(`${need} hello both`)).toBe(
      `Willow Camp: no. ${need} has more than one line. Text the line and your words: ${lines.join(", ")}.`,
    );
    for (const giver of givers) expect(await giver.unread()).toEqual([]);
  });
});

describe("a number that reaches nobody", () => {
  inCamp("postgresql");

  test("nobody yet, nobody's number, somebody else's, a closed one: each a clear answer, and nothing is sent", async () => {
    const { need, line } = await introduced("mandolin");
    const [loner, stranger] = [camp.phone(), camp.phone()];
    const lonely = postIn(await loner.text("NEED harpsichord"));
    const before = camp.sentCount();
    expect(await loner.text(`${lonely} anybody?`)).toContain(`nobody to write to about no. ${lonely} yet`);
    expect(await stranger.text("9876 hello")).toContain("no. 9876 is not a number of yours");
    expect(await stranger.text(`${line} hello`)).toContain(`no. ${line} is not a number of yours`);
    expect(await stranger.text(`${need} hello`)).toContain(`no. ${need} is not a number of yours`);
    expect(await stranger.text(`DROP ${need}`)).toContain("not a number of yours");
    expect(await stranger.text(`DONE ${line}`)).toContain("not a number of yours");
    expect(await needer.text(`${line}`)).toContain(`line ${line} is open. Text ${line} and your words`);
    await camp.settled();
    expect(camp.sentCount()).toBe(before);
    await needer.text(`DROP ${line}`);
    await giver.unread();
    expect(await needer.text(`${line} hello`)).toContain(`no. ${line} is closed already`);
    expect(await giver.text(`${line} hello`)).toContain(`no. ${line} is closed already`);
    expect(await giver.text(`DONE ${line}`)).toContain(`no. ${line} is closed already`);
    expect([...(await giver.unread()), ...(await needer.unread())]).toEqual([]);
  });
});

describe("words are passed on without numbers and links", () => {
  inCamp("postgresql");

  test("a phone number in a post is masked for everybody", async () => {
    await giver.text("GIFT accordion");
    expect(await needer.text(`NEED accordion ${needer.number.slice(2)}`)).toContain(
      "accordion (number hidden)",
    );
    expect(await giver.unread()).toEqual([expect.stringContaining("accordion (number hidden)")]);
    await needer.text("NEED");
    expect(await needer.text("harp ٤٠١٥٥٥١٢٣٤")).toContain("harp (number hidden)");
  });

  test.each([
    ["call me at 401-555-1234 ok", "call me at (number hidden) ok"],
    ["+1 (401) 555 1234", "(number hidden)"],
    ["401•555•1234", "(number hidden)"],
    ["see www.example.com/x now", "see (link hidden) now"],
    ["pay at http://evil.example/a?b=1", "pay at (link hidden)"],
    ["bit.ly/abc", "(link hidden)"],
  ])("relayed words lose numbers and links, and the writer hears so: %s", async (words, passed) => {
    const { line } = await introduced(`fiddle${"abcdefghijklmnop"[words.length % 16]}`);
    expect(await needer.text(`${line} ${words}`)).toBe(
      "Willow Camp: passed on, but without the phone number or link in it.",
    );
    expect(await giver.unread()).toEqual([`${line}: ${passed}`]);
  });

  test("relayed words stay as written, in any alphabet, and are cut with two dots", async () => {
    const { line } = await introduced("trombone");
    const said = ["¿mañana a las 5?", "до завтра", "明天见 🎺", "أراك غداً", "x".repeat(1500)];
    const got: string[] = [];
    for (const words of said) {
      expect(await needer.text(`${line} ${words}`)).toBe("Willow Camp: passed on.");
      got.push(...(await giver.unread()));
    }
    expect(got.slice(0, 4)).toEqual(said.slice(0, 4).map((words) => `${line}: ${words}`));
    expect(got[4]).toMatch(/^\d+: x+\.\.$/);
    expect(got[4]?.length).toBe(160);
  });
});
