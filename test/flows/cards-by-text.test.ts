import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { revokeBatch } from "#server/actions/cards/activate-batch.ts";
import { reopenCard } from "#server/actions/cards/reopen-card.ts";
import { withCheckDigit } from "#server/domain/card-code.ts";
import { type Camp, lineIn, type Phone, postIn, QUEUES, startCamp } from "#test/support/camp.ts";
import { liveCards, printCards } from "#test/support/cards.ts";

let camp: Camp;
let maker: Phone;
let holder: Phone;
let other: Phone;
const ctx = () => camp.booted.ctx;

beforeEach(async () => {
  camp = await startCamp();
  [maker, holder, other] = [camp.phone(), camp.phone(), camp.phone()];
});
afterEach(() => camp.close());

/** A live blank card. */
async function blankCard(): Promise<string> {
  const [card] = await liveCards(ctx(), { meaning: { kind: "blank" } });
  return card?.code ?? "";
}

function spoken(code: string): string {
  return `${code.slice(0, 4)}-${code.slice(4, 8)}-${code.slice(8)}`;
}

describe("a card's way by text", () => {
  test("a blank card gets its meaning, passes to somebody who helps, and closes the need when it is given", async () => {
    const code = await blankCard();
    expect(await maker.text(spoken(code))).toContain("this card is blank");
    const made = await maker.text(`${code} NEED sewing machine`);
    expect(made).toContain("your card is ready");
    const need = postIn(made);
    expect(await maker.text("MINE")).toContain("sewing machine");

    expect(await holder.text(spoken(code))).toContain("someone needs sewing machine. Reply 1 to help");
    const helping = await holder.text("1");
    expect(helping).toContain("great, you help with sewing machine!");
    const line = lineIn(helping);
    expect(await maker.unread()).toEqual([
      expect.stringContaining("your card: someone can give sewing machine"),
    ]);
    expect(await holder.text(`${line} big tent at 5`)).toContain("passed on");
    expect(await maker.unread()).toEqual([`${line}: big tent at 5`]);

    expect(await other.text(code)).toMatch(/someone helps with this card since Mon 12pm\. Reply 1/);
    expect(await other.text(`DONE ${code}`)).toContain("only who took this card or made it");
    expect(await holder.text(`DONE ${code}`)).toContain("thank you! Noted as given: sewing machine");
    expect(await maker.unread()).toEqual([expect.stringContaining(`no. ${need}`)]);
    expect(await maker.text("MINE")).not.toContain("sewing machine");
    expect(await other.text(code)).toContain("this card has done its work");
  });

  test("a gift card is taken by the first, and the next is offered to look for the same", async () => {
    const code = await blankCard();
    const gift = postIn(await maker.text(`${code} GIFT hot soup`));
    expect(await holder.text(code)).toContain("a gift: hot soup. Reply 1 to take it");
    expect(await holder.text("1")).toContain("it is yours: hot soup");
    expect(await maker.unread()).toEqual([
      expect.stringContaining(`your card was taken: hot soup (no. ${gift})`),
    ]);
    expect(await other.text(code)).toContain(
      "someone took this card Mon 12pm. Reply 1 and we look for the same",
    );
    expect(await other.text("1")).toContain("got it");
    expect(await other.text("MINE")).toContain("hot soup");
  });

  test("O for 0, l for 1, spaces and dots are forgiven; a slip of the finger is no guess", async () => {
    let code = await blankCard();
    while (!/[01]/.test(code)) code = await blankCard();
    const written = code
      .replaceAll("0", "O")
      .replaceAll("1", "l")
      .replace(/^(.{4})(.{4})/, "$1 . $2 ");
    expect(await maker.text(written)).toContain("this card is blank");
    const wrong = code.slice(0, 10) + ((Number(code[10]) + 1) % 10);
    for (let left = 8; left > 0; left--) expect(await holder.text(wrong)).toContain("does not look right");
    expect(await holder.text(code)).toContain("this card is blank");
  });

  test("a need for five that is helped with three stays good for two", async () => {
    const code = await blankCard();
    await maker.text(`${code} NEED 5 blankets`);
    expect(await holder.text(`${code} 3`)).toContain("you help with 3 blankets");
    expect(await other.text(code)).toContain("someone needs 2 blankets");
    expect(await holder.text(`DONE ${code}`)).toContain("The rest of the card is still open");
    expect(await other.text(code)).toContain("someone needs 2 blankets");
    expect(await other.text("1")).toContain("you help with 2 blankets");
    expect(await other.text(`DONE ${code}`)).toContain("The card is closed");
  });

  test("of two who share all of it, each closes their own part; the last one closes the card", async () => {
    const code = await blankCard();
    await maker.text(`${code} GIFT 4 loaves of bread`);
    await holder.text(`${code} 2`);
    await other.text(`${code} 2`);
    expect(await holder.text(`DONE ${code}`)).toContain("The rest of the card is still open");
    expect(await other.text("MINE")).toContain("bread");
    expect(await other.text(`DONE ${code}`)).toContain("The card is closed");
  });

  test("what nobody counted is one thing: another's line that ends does not open a card that is taken", async () => {
    await maker.text("GIFT bike repair");
    await holder.text("NEED bike repair");
    await maker.unread();
    const line = lineIn(await maker.text("1"));
    const [card] = await liveCards(ctx(), { meaning: { kind: "post", postId: 1 } });
    await other.text(card?.code ?? "");
    expect(await other.text("1")).toContain("it is yours: bike repair");
    await holder.text(`DROP ${line}`);
    expect(await camp.phone().text(card?.code ?? "")).toContain("someone took this card");
  });

  test("what was taken goes back by an organizer's word also when its line is over by time", async () => {
    const code = await blankCard();
    await maker.text(`${code} GIFT guitar till dec 31`);
    await holder.text(code);
    const line = lineIn(await holder.text("1"));
    await camp.advance(60 * 24 * 8);
    expect(await holder.text(`${line} still there?`)).toContain("passed on");
    await camp.database.query("UPDATE introductions SET expires_at = now() - interval '100 years'");
    const [{ id } = { id: 0 }] = (await camp.database.query("SELECT id FROM cards")).rows;
    const organizer = { personId: 1, name: "Ada", roles: [] };
    const by = { organizer };
    await reopenCard(ctx(), { cardId: id, by, reason: "other", door: "console" });
    expect(await other.text(code)).toContain("a gift: guitar");
  });

  test("what did not come about is given back by either side, and the card is good for the next", async () => {
    const code = await blankCard();
    await maker.text(`${code} GIFT guitar`);
    await holder.text(code);
    const line = lineIn(await holder.text("1"));
    await maker.unread();
    expect(await holder.text(`DROP ${line}`)).toContain(`line ${line} is closed`);
    expect(await maker.unread()).toEqual([expect.stringContaining(`closed line ${line}`)]);
    expect(await holder.text("MINE")).not.toContain("guitar");
    expect(await other.text(code)).toContain("a gift: guitar. Reply 1");
  });

  test("DONE by the line's number, or by what MINE shows, finishes the card too; STILL lists nobody who took one", async () => {
    for (const by of ["line", "mine"] as const) {
      const code = await blankCard();
      await maker.text(`${code} GIFT guitar ${by}`);
      await holder.text(code);
      const line = lineIn(await holder.text("1"));
      const mine = /\b(\d+) (?:need )?guitar/i.exec((await holder.text("MINE")) ?? "")?.[1];
      expect(await holder.text(`STILL ${mine}`)).toContain("is closed already");
      expect(await holder.text(`DONE ${by === "line" ? line : mine}`)).toContain("Noted as given");
      expect(await other.text(code)).toContain("this card has done its work");
      expect(await holder.text("MINE")).not.toContain("guitar");
    }
  });

  test("DONE by its owner closes it for who took it", async () => {
    const code = await blankCard();
    const number = postIn(await maker.text(`${code} GIFT guitar`));
    await holder.text(code);
    await holder.text("1");
    expect(await maker.text(`DONE ${number}`)).toContain(`No. ${number} is done`);
    expect(await other.text(code)).toContain("this card has done its work");
    expect(await holder.text("MINE")).not.toContain("guitar");
  });

  test("its owner is told so, and takes no card of their own", async () => {
    const code = await blankCard();
    const number = postIn(await maker.text(`${code} GIFT guitar`));
    expect(await maker.text(code)).toContain("your own card: guitar. Nobody took it yet");
    expect(await maker.text(`${code} 1`)).toContain("your own card");
    await maker.text(`DROP ${number}`);
    expect(await holder.text(code)).toContain("no live card has these digits");
  });

  test("in Spanish it is the same", async () => {
    const code = await blankCard();
    expect(await maker.text(`${code} NECESITO aguja e hilo`)).toContain("tu tarjeta esta lista");
    expect(await holder.text(`TARJETA ${code}`)).toContain("alguien necesita aguja e hilo. Responde 1");
    expect(await holder.text("1")).toContain("¡genial, ayudas con aguja e hilo!");
    expect(await maker.unread()).toEqual([expect.stringContaining("alguien puede darte aguja e hilo")]);
    expect(await holder.text(`LISTO ${code}`)).toContain("¡gracias!");
  });
});

describe("a filled batch", () => {
  test("is dead until it is activated, and void once it is revoked; nobody hears which", async () => {
    const { batch, cards } = await printCards(ctx(), {
      count: 2,
      meaning: { kind: "gift", words: "hot soup" },
    });
    const code = cards[0]?.code ?? "";
    const unknown = await holder.text(withCheckDigit("1234567890"));
    expect(unknown).toContain("no live card has these digits");
    expect(await holder.text(code)).toBe(unknown);
    const live = await liveCards(ctx(), { meaning: { kind: "gift", words: "hot soup" }, place: "Kitchen" });
    expect(await holder.text(live[0]?.code ?? "")).toContain("a gift: hot soup. Ask: Kitchen.");
    await revokeBatch(ctx(), { personId: 1, name: "Ada", roles: [] }, batch);
    expect(await other.text(code)).toBe(unknown);
  });

  test("what comes for it waits at the tent, and the two are told to meet there", async () => {
    const [card] = await liveCards(ctx(), { meaning: { kind: "need", words: "2 tarps" } });
    await holder.text(card?.code ?? "");
    expect(await holder.text("1")).toContain("when you come to the info tent");
    await camp.settled();
    const { rows } = await camp.database.query(
      "SELECT count(*)::int FROM outbound_texts WHERE reason = 'no-phone'",
    );
    expect(rows).toEqual([{ count: 1 }]);
  });
});

describe.each(QUEUES)("cards and the matcher share posts, jobs on %s", (queue) => {
  test("a need on a card is asked for by text, and the card knows that somebody helps", async () => {
    await camp.close();
    camp = await startCamp({ queue });
    [maker, holder, other] = [camp.phone(), camp.phone(), camp.phone()];
    const code = await blankCard();
    await other.text("GIFT sewing machine");
    await maker.text(`${code} NEED sewing machine`);
    expect(await other.unread()).toEqual([expect.stringContaining("someone needs sewing machine")]);
    await other.text("1");
    expect(await holder.text(code)).toContain("someone helps with this card since");
  });
});
