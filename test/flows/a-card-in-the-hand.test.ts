import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type Camp, type Phone, startCamp } from "#test/support/camp.ts";
import { liveCards, type PrintedCard, printCards } from "#test/support/cards.ts";

let camp: Camp;
let phone: Phone;
beforeEach(async () => {
  camp = await startCamp();
  phone = camp.phone();
});
afterEach(() => camp.close());

const ctx = () => camp.booted.ctx;

async function gift(words = "hot soup"): Promise<PrintedCard> {
  const [card] = await liveCards(ctx(), { meaning: { kind: "gift", words } });
  if (!card) throw new Error("There is no card.");
  return card;
}

async function look(card: PrintedCard, path = `/G/${card.token}`): Promise<string> {
  return (await fetch(camp.url + path)).text();
}

async function press(card: PrintedCard, what: string, fields: Record<string, string> = {}): Promise<string> {
  const body = new URLSearchParams(fields);
  const answer = await fetch(`${camp.url}/G/${card.token}/${what}`, { method: "POST", body });
  return answer.text();
}

function slipIn(page: string): string {
  const digits = /class="digits">([\d ]{13})</.exec(page)?.[1]?.replaceAll(" ", "");
  if (digits === undefined) throw new Error(`No slip in: ${page}`);
  return digits;
}

describe("a card opened from its picture", () => {
  test("shows what it carries in any case of letters and either language, small, private, and unchanged by looking", async () => {
    const card = await gift();
    const answer = await fetch(`${camp.url}/g/${card.token.toLowerCase()}`, {
      headers: { "accept-language": "es-MX" },
    });
    const page = await answer.text();
    expect(page).toContain("Un regalo");
    expect(page).toContain("hot soup");
    expect(page.length).toBeLessThan(15_000);
    expect(answer.headers.get("referrer-policy")).toBe("no-referrer");
    expect(answer.headers.get("cache-control")).toBe("no-store");
    for (let looks = 0; looks < 3; looks++) await look(card);
    expect(await look(card)).toContain("I take this gift");
    const { rows } = await camp.database.query(
      "SELECT count(*)::int FROM card_moves WHERE move <> 'activate'",
    );
    expect(rows).toEqual([{ count: 0 }]);
    expect(camp.logged.join("")).not.toContain(card.token);
    expect(camp.logged.join("")).not.toContain(card.code);
  });

  test("is taken once; pressed twice the same button hears the same again; the next one hears when", async () => {
    const card = await gift();
    const nonce = "8d3f";
    const first = await press(card, "claim", { nonce, handle: "Rosa" });
    expect(first).toContain("It is yours.");
    expect(slipIn(await press(card, "claim", { nonce, handle: "Rosa" }))).toBe(slipIn(first));
    expect(await press(card, "claim", { nonce: "other" })).toContain("Somebody took this Mon");
    expect(await phone.text(card.code)).toContain("someone took this card Mon 12pm");
  });

  test("its slip looks the taking up by text, keeps words for the tent, and finishes the card", async () => {
    const code = (await liveCards(ctx(), { meaning: { kind: "blank" } }))[0];
    if (!code) throw new Error("There is no card.");
    await phone.text(`${code.code} NEED 2 tarps`);
    const page = await press(code, "claim", { nonce: "1" });
    expect(page).toContain("Thank you! You help with this.");
    const [told] = await phone.unread();
    expect(told).toMatch(/someone can give 2 tarps .*when you come to the info tent/);
    const line = /Text (\d+) and when/.exec(told ?? "")?.[1];
    await phone.text(`${line} at noon`);
    const slip = slipIn(page);
    const other = camp.phone();
    expect(await other.text(slip)).toMatch(/tarps, someone is found\. 1 message waits for you\./);
    expect(await other.text(`DONE ${slip}`)).toContain("Noted as given");
    expect(await phone.unread()).toEqual([expect.stringContaining("no. ")]);
    expect(await look(code)).toContain("This card has done its work");
  });

  test("goes back with its slip and is good for the next; passing it on is counted, by nobody's name", async () => {
    const card = await gift("guitar");
    const slip = slipIn(await press(card, "claim", { nonce: "1" }));
    expect(await press(card, "back", { reason: "could-not-meet", slip })).toContain("The card is open again");
    expect(await press(card, "passed")).toContain("Thank you for passing it on");
    await press(card, "passed");
    expect(await look(card)).toContain("passed on by 2 hands");
    const next = slipIn(await press(card, "claim", { nonce: "2" }));
    expect(await press(card, "done", { slip: next })).toContain("Noted as given");
    expect(await press(card, "back", { reason: "other", slip: next })).toContain("cannot be done here");
  });

  test("whoever only sees it can neither give back nor finish what somebody else took, by text or from the picture", async () => {
    const card = await gift("guitar");
    await phone.text(card.code);
    await phone.text("1");
    const stranger = slipIn(await press(await gift("soup"), "claim", { nonce: "s" }));
    for (const slip of ["", "1234", "48392017563", stranger]) {
      for (const what of ["back", "done"])
        expect(await press(card, what, { slip, reason: "other" })).toMatch(
          /No slip has these|cannot be done here/,
        );
    }
    expect(await look(card)).toContain("Somebody took this");
    expect(await phone.text(`DONE ${card.code}`)).toContain("Noted as given");
  });

  test("that goes back and forth rests for an hour, as each time both sides get a text", async () => {
    const card = await gift("guitar");
    for (let round = 0; round < 5; round++) {
      const slip = slipIn(await press(card, "claim", { nonce: `${round}` }));
      await press(card, "back", { reason: "changed-mind", slip });
    }
    expect(await press(card, "claim", { nonce: "6" })).toContain("not possible at this moment");
    await camp.advance(61);
    expect(await press(card, "claim", { nonce: "7" })).toContain("It is yours.");
  });

  test("a blank one is told what it carries, and matched by text from then on", async () => {
    const [card] = await liveCards(ctx(), { meaning: { kind: "blank" } });
    if (!card) throw new Error("There is no card.");
    await phone.text("GIFT sewing machine");
    expect(await press(card, "fill", { kind: "need", words: "  ", handle: "" })).toContain("Say what it is");
    const page = await press(card, "fill", { kind: "need", words: "sewing machine", handle: "Rosa" });
    expect(page).toContain("Your card is ready");
    expect(await phone.unread()).toEqual([expect.stringContaining("someone needs sewing machine")]);
    expect(await phone.text(slipIn(page))).toContain("sewing machine, open");
    expect(await press(card, "fill", { kind: "gift", words: "swords" })).not.toContain("swords");
  });

  test("what is no card, not live or void says so, and cannot be taken", async () => {
    expect((await fetch(`${camp.url}/G/0123456789ABCDEFGHJK`)).status).toBe(404);
    expect((await fetch(`${camp.url}/G/what`)).status).toBe(404);
    const { cards } = await printCards(ctx(), { meaning: { kind: "gift", words: "hot soup" } });
    const [dead] = cards;
    if (!dead) throw new Error("There is no card.");
    expect(await look(dead)).toContain("This card is not in use");
    expect(await press(dead, "claim", { nonce: "1" })).toContain("This card is not in use");
    expect(await press(dead, "fill", { kind: "need", words: "tarps" })).toContain("This card is not in use");
  });

  test("what people write cannot become a part of the page", async () => {
    const card = await gift("<script>alert(1)</script> soup");
    expect(await look(card)).toContain("&lt;script&gt;");
  });
});
