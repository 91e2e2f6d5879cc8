import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { withCheckDigit } from "#server/domain/card-code.ts";
import { type Camp, type Phone, startCamp } from "#test/support/camp.ts";
import { liveCards } from "#test/support/cards.ts";

let camp: Camp;
let holder: Phone;
let other: Phone;
beforeEach(async () => {
  camp = await startCamp();
  [holder, other] = [camp.phone(), camp.phone()];
});
afterEach(() => camp.close());

/** A live blank card. */
async function blankCard(): Promise<string> {
  const [card] = await liveCards(camp.booted.ctx, { meaning: { kind: "blank" } });
  return card?.code ?? "";
}

describe("guessing", () => {
  test("five wrong guesses an hour shut a phone out, and a right one is not told then", async () => {
    const code = await blankCard();
    for (let at = 0; at < 5; at++)
      expect(await holder.text(withCheckDigit(`111111111${at}`))).toContain("no live card");
    expect(await holder.text(code)).toContain("too many digits that are no card");
    expect(await other.text(code)).toContain("this card is blank");
    await camp.advance(61);
    expect(await holder.text(code)).toContain("this card is blank");
  });

  test("many who guess at the same moment raise the alarm once", async () => {
    const phones = Array.from({ length: 60 }, () => camp.phone());
    await Promise.all(phones.map((phone, at) => phone.text(withCheckDigit(`44444444${10 + at}`))));
    const { rows } = await camp.database.query(
      "SELECT count(*)::int FROM inbox_entries WHERE reason = 'guesses'",
    );
    expect(rows).toEqual([{ count: 1 }]);
  });

  test("fifty an hour of many phones alarm the organizers once; who never guessed wrong still gets through", async () => {
    const code = await blankCard();
    for (let at = 0; at < 52; at++) await camp.phone().text(withCheckDigit(`22222222${10 + at}`));
    const { rows } = await camp.database.query("SELECT reason, urgent FROM inbox_entries");
    expect(rows).toEqual([{ reason: "guesses", urgent: true }]);
    expect(await holder.text(withCheckDigit("3333333333"))).toContain("no live card");
    expect(await holder.text(code)).toContain("too many digits");
    expect(await other.text(code)).toContain("this card is blank");
  });
});
