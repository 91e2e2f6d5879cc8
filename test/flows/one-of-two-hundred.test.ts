import { expect, test } from "vitest";
import { startCamp } from "#test/support/camp.ts";
import { liveCards } from "#test/support/cards.ts";

const AT_EACH_DOOR = 67;

test("of two hundred who take one card at the same moment, by text, from its picture and at the kiosk, one gets it and all others are told so", async () => {
  const camp = await startCamp();
  const [card] = await liveCards(camp.booted.ctx, { meaning: { kind: "gift", words: "guitar" } });
  if (!card) throw new Error("There is no card.");
  const phones = Array.from({ length: AT_EACH_DOOR }, (_, at) => camp.phone(`+1401556${1000 + at}`));
  for (const phone of phones) await phone.text(card.code);
  const byPage = async (nonce: number) =>
    post(
      `${camp.url}/G/${card.token}/claim`,
      { nonce: `page ${nonce}` },
      "It is yours",
      "Somebody took this Mon",
    );
  const atKiosk = async (nonce: number) =>
    post(
      `${camp.url}/kiosk/card/claim`,
      { nonce: `kiosk ${nonce}`, seen: card.code },
      "It is yours",
      "Somebody has it already",
    );
  const byText = async (at: number) =>
    verdict((await phones[at]?.text("1")) ?? "", "it is yours", "someone took this card");

  const answers = await Promise.all(
    phones.flatMap((_, at) => [byText(at), byPage(at), ...(at === 0 ? [] : [atKiosk(at)])]),
  );
  expect(answers).toHaveLength(200);
  expect(answers.filter((answer) => answer === "won")).toHaveLength(1);
  expect(answers.filter((answer) => answer === "told")).toHaveLength(199);
  const { rows } = await camp.database.query(
    "SELECT (SELECT count(*)::int FROM introductions) AS lines, (SELECT count(*)::int FROM card_claims) AS claims",
  );
  expect(rows).toEqual([{ lines: 1, claims: 1 }]);
  await camp.close();
}, 120_000);

async function post(url: string, fields: Record<string, string>, won: string, told: string): Promise<string> {
  const answer = await fetch(url, {
    method: "POST",
    body: new URLSearchParams(fields),
    headers: { origin: new URL(url).origin },
  });
  return verdict(await answer.text(), won, told);
}

function verdict(words: string, won: string, told: string): string {
  if (words.includes(won)) return "won";
  return words.includes(told) ? "told" : words;
}
