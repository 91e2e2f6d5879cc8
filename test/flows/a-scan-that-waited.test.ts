import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { withCheckDigit } from "#server/domain/card-code.ts";
import { type Camp, startCamp } from "#test/support/camp.ts";
import { liveCards, type PrintedCard } from "#test/support/cards.ts";

let camp: Camp;
beforeEach(async () => {
  camp = await startCamp();
});
afterEach(() => camp.close());

const SLIP = withCheckDigit("8222222222");
const OTHER_SLIP = withCheckDigit("9333333333");

async function cardOf(words: string): Promise<PrintedCard> {
  const [card] = await liveCards(camp.booted.ctx, { meaning: { kind: "gift", words } });
  if (!card) throw new Error("There is no card.");
  return card;
}

function post(path: string, fields: Record<string, string>): Promise<Response> {
  const headers = { origin: camp.url };
  return fetch(`${camp.url}/kiosk/card${path}`, {
    method: "POST",
    headers,
    body: new URLSearchParams(fields),
  });
}

const look = async (seen: string) => (await post("", { seen })).text();

async function late(seen: string, nonce: string, made: string): Promise<number> {
  return (await post("/late", { seen, nonce, made })).status;
}

describe("a scan that waited for the connection", () => {
  test("takes the card once, however often and at once it is sent", async () => {
    const { token } = await cardOf("5 blankets");
    const sent = await Promise.all(Array.from({ length: 8 }, () => late(token, "n", SLIP)));
    expect(new Set(sent)).toEqual(new Set([204]));
    const { rows } = await camp.database.query("SELECT count(*)::int FROM card_claims");
    expect(rows).toEqual([{ count: 1 }]);
    expect(await look(SLIP)).toContain("5 blankets");
  });

  test("by two screens at once: one has it, and each slip says which", async () => {
    const { token } = await cardOf("hot soup");
    await Promise.all([late(token, "a", SLIP), late(token, "b", OTHER_SLIP)]);
    const told = [await look(SLIP), await look(OTHER_SLIP)];
    expect(told.filter((page) => page.includes("hot soup"))).toHaveLength(1);
    expect(told.filter((page) => page.includes("Somebody was first"))).toHaveLength(1);
  });

  test("whose button had been pressed before the connection went is the same one", async () => {
    const { token } = await cardOf("hot soup");
    await post("/claim", { seen: token, nonce: "n" });
    await late(token, "n", SLIP);
    expect(await look(SLIP)).toContain("hot soup");
  });

  test.each([
    ["a blank card", "The card is blank"],
    ["no card at all", "It is not in use"],
  ])("of %s comes to nothing, and the slip says so", async (what, said) => {
    const [blank] = await liveCards(camp.booted.ctx, { meaning: { kind: "blank" } });
    await late(what === "a blank card" ? (blank?.token ?? "") : "0".repeat(20), "n", SLIP);
    expect(await look(SLIP)).toContain(said);
    expect(await look(SLIP)).toContain(said);
  });

  test("a slip with the digits of a card, or of another slip, binds nothing and tells nothing", async () => {
    const [card, other] = [await cardOf("hot soup"), await cardOf("bread")];
    expect(await late(card.token, "n", other.code)).toBe(204);
    expect(await look(card.token)).toContain("I take it");
    await late(card.token, "m", SLIP);
    expect(await late(other.token, "o", SLIP)).toBe(204);
    expect(await look(other.token)).toContain("I take it");
    expect(await look(SLIP)).toContain("hot soup");
  });

  test("what became of it is forgotten after a week", async () => {
    await late("0".repeat(20), "n", SLIP);
    await camp.advance(8 * 24 * 60);
    expect(await look(SLIP)).toContain("No card has these digits");
  });

  test("wrong digits count as guesses, and wait until they may be tried again", async () => {
    for (let at = 0; at < 10; at++) await look(withCheckDigit(`77777777${10 + at}`));
    const { code } = await cardOf("hot soup");
    expect(await late(code, "n", SLIP)).toBe(429);
    await camp.advance(11);
    expect(await late(code, "n", SLIP)).toBe(204);
    expect(await look(SLIP)).toContain("hot soup");
  });
});
