import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { withCheckDigit } from "#server/domain/card-code.ts";
import { type Camp, type Phone, startCamp } from "#test/support/camp.ts";
import { liveCards, type PrintedCard } from "#test/support/cards.ts";

let camp: Camp;
let phone: Phone;
beforeEach(async () => {
  camp = await startCamp();
  phone = camp.phone();
});
afterEach(() => camp.close());

async function cardOf(words: string, kind: "need" | "gift" = "gift"): Promise<PrintedCard> {
  const [card] = await liveCards(camp.booted.ctx, { meaning: { kind, words } });
  if (!card) throw new Error("There is no card.");
  return card;
}

async function kiosk(seen: string, what = "", fields: Record<string, string> = {}): Promise<string> {
  const answer = await fetch(`${camp.url}/kiosk/card${what && `/${what}`}`, {
    method: "POST",
    headers: { origin: camp.url },
    body: new URLSearchParams({ seen, ...fields }),
  });
  return answer.text();
}

function slipIn(page: string): string {
  const digits = /class="digits">([\d ]{13})</.exec(page)?.[1];
  if (digits === undefined) throw new Error(`No slip in: ${page}`);
  return digits;
}

describe("a card at the touchscreen", () => {
  test("is found by its digits as people type them, its address as a scanner types it, and its token", async () => {
    const { code, token } = await cardOf("hot soup");
    const spoken = `${code.slice(0, 4)} ${code.slice(4, 8)} ${code.slice(8)}`;
    for (const seen of [
      code,
      spoken,
      `HTTPS://CAMP.EXAMPLE.ORG/G/${token}`,
      `http://x/g/${token.toLowerCase()}`,
      token,
    ])
      expect(await kiosk(seen)).toContain("hot soup");
  });

  test("is taken, given back and finished there as at the other doors", async () => {
    const { code } = await cardOf("hot soup");
    const slip = slipIn(await kiosk(code, "claim", { nonce: "1" }));
    expect(await phone.text(code)).toContain("someone took this card");
    expect(await kiosk(code, "back", { reason: "mistake", slip })).toContain("It is open again");
    expect(await phone.text(code)).toContain("a gift: hot soup");
    const next = slipIn(await kiosk(code, "claim", { nonce: "2" }));
    expect(await kiosk(code, "done", { slip: next })).toContain("noted as given");
    expect(await kiosk(code)).toContain("It has done its work");
  });

  test("a slip shows how its post stands and the words that came for it, and closes it", async () => {
    const [blank] = await liveCards(camp.booted.ctx, { meaning: { kind: "blank" } });
    const filled = await kiosk(blank?.code ?? "", "fill", { kind: "need", words: "2 tarps", handle: "Rosa" });
    const slip = /class="digits">([\d ]{13})</.exec(filled)?.[1] ?? "";
    await phone.text(blank?.code ?? "");
    const line = /Text (\d+) and when/.exec((await phone.text("1")) ?? "")?.[1];
    await phone.text(`${line} I come at noon`);
    const page = await kiosk(slip);
    expect(page).toContain("2 tarps");
    const pages = ["0", "1", "2"].map((at) => kiosk(slip, "read", { page: at }));
    const letters = (await Promise.all(pages)).join();
    expect(letters).toContain("I come at noon");
    expect(letters).toContain(`: ${line}`);
    expect(await kiosk(slip, "met")).toContain("It is closed");
    expect(await phone.unread()).toEqual([expect.stringContaining("no. ")]);
    expect(await kiosk(slip)).toContain("It is met");
  });

  test("a slip gives back what its holder took, and nothing of others", async () => {
    const [blank] = await liveCards(camp.booted.ctx, { meaning: { kind: "blank" } });
    const code = blank?.code ?? "";
    await phone.text(`${code} NEED 5 blankets`);
    const slip = slipIn(await kiosk(code, "claim", { nonce: "1", pieces: "2" }));
    const other = camp.phone();
    await other.text(`${code} 3`);
    expect(await kiosk(slip)).toContain("It did not work");
    expect(await kiosk(slip, "unmet")).toContain("It is open again");
    expect(await camp.phone().text(code)).toContain("someone needs 2 blankets");
    expect(await other.text(`DONE ${code}`)).toContain("The rest of the card is still open");
  });

  test("ten wrong guesses in ten minutes shut the screen for digits, while pictures and phones still work", async () => {
    const { code, token } = await cardOf("hot soup");
    const answers = new Set<string>();
    for (let at = 0; at < 10; at++) answers.add(await kiosk(withCheckDigit(`77777777${10 + at}`)));
    expect(answers.size).toBe(1);
    expect(await kiosk(code)).toContain("Too many wrong digits");
    expect(await kiosk(token)).toContain("hot soup");
    expect(await phone.text(code)).toContain("hot soup");
    await camp.advance(11);
    expect(await kiosk(code)).toContain("hot soup");
  });

  test("what is not even digits of a card is said so, and counts as no guess", async () => {
    for (let left = 12; left > 0; left--) expect(await kiosk("1234")).toContain("Not the digits of a card");
    expect(await kiosk((await cardOf("hot soup")).code)).toContain("hot soup");
  });
});
