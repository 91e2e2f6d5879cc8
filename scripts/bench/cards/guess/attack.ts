import { randomInt } from "node:crypto";
import { withCheckDigit } from "#server/domain/card-code.ts";

type Attack = {
  readonly text: (from: string, body: string) => Promise<string>;
  readonly url: string;
  readonly live: readonly string[];
  readonly guesses: number;
};

const AT_ONCE = 16;
const PHONES = 1000;
/** While so many wrong codes come, one real card is taken. */
const A_CLAIM_EVERY = 40;
/** Words that only a real card is answered with. */
const OF_A_CARD = /hot soup|a gift:|is yours|is blank/i;

/** A third of the guesses from one phone, a third from many, a third at the kiosk, with real claims between them. */
export async function attack({ text, url, live, guesses }: Attack) {
  const doors = [
    () => text("+14015559999", wrongCode()),
    () => text(`+1401${5_000_000 + randomInt(PHONES)}`, wrongCode()),
    () => atKiosk(url, wrongCode()),
  ];
  const answers = new Map<string, number>();
  const claims = { tried: 0, passed: 0 };
  const began = performance.now();
  for (let at = 0; at < guesses; at += AT_ONCE) {
    const wave = Array.from({ length: Math.min(AT_ONCE, guesses - at) }, (_, each) =>
      guess(doors, at + each),
    );
    for (const answer of await Promise.all(wave)) answers.set(answer, (answers.get(answer) ?? 0) + 1);
    if (claims.tried < live.length && Math.floor(at / A_CLAIM_EVERY) > claims.tried) {
      const passed = await claim(text, live[claims.tried] ?? "", claims.tried++);
      if (passed) claims.passed++;
    }
  }
  const told = [...answers.keys()].filter((answer) => OF_A_CARD.test(answer));
  const limited = count(answers, /too many digits/i);
  const looked = count(answers, /no live card/i);
  const faults = [
    ...(told.length > 0 ? [`told of a card: ${told[0]}`] : []),
    ...(claims.passed < claims.tried ? [`${claims.tried - claims.passed} real claims failed`] : []),
    ...(looked > 5 + 5 * PHONES + 10 ? ["too many guesses were looked up"] : []),
  ];
  const rows = {
    "wrong codes": guesses,
    "looked up and answered": looked,
    "refused as too many": limited,
    "not answered at all": guesses - looked - limited,
    "answers that told of a card": told.length,
    "real claims that passed": `${claims.passed} of ${claims.tried}`,
    seconds: Math.round((performance.now() - began) / 100) / 10,
  };
  return { rows, faults };
}

function guess(doors: readonly (() => Promise<string>)[], at: number): Promise<string> {
  return doors[at % doors.length]?.() ?? Promise.resolve("");
}

function wrongCode(): string {
  return withCheckDigit(String(randomInt(10_000_000_000)).padStart(10, "0"));
}

async function claim(text: Attack["text"], code: string, at: number): Promise<boolean> {
  const phone = `+1401${6_000_000 + at}`;
  const shown = await text(phone, code);
  return shown.includes("hot soup") && (await text(phone, "1")).includes("it is yours");
}

async function atKiosk(url: string, seen: string): Promise<string> {
  const answer = await fetch(`${url}/kiosk/card`, {
    method: "POST",
    headers: { origin: url },
    body: new URLSearchParams({ seen }),
  });
  return /role="status">([^<]*)</.exec(await answer.text())?.[1] ?? "";
}

function count(answers: ReadonlyMap<string, number>, pattern: RegExp): number {
  return [...answers].reduce((sum, [answer, times]) => sum + (pattern.test(answer) ? times : 0), 0);
}
