import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { judge } from "#server/matching/judge/judge.ts";
import { isAsked, knowledge, readGift, readNeed } from "./knowledge.ts";

const WORDS =
  "tent tents carpa no not sin for para my mi need who can with and y , . ! 2 x3 4 size talla 12 yr old kids mens tue 9am manana ride to a de la bike repair repair fix blnkts 🎪 帐篷 é ñ".split(
    " ",
  );
const written = fc.oneof(
  fc.string({ unit: "binary", maxLength: 300 }),
  fc.string({ unit: "grapheme", maxLength: 200 }),
  fc.array(fc.constantFrom(...WORDS), { maxLength: 40 }).map((words) => words.join(" ")),
);

describe("whatever is written", () => {
  test("it is read, the same each time, and judged between nothing and all", () => {
    fc.assert(
      fc.property(written, written, (need, gift) => {
        const { score } = judge(readNeed(need), readGift(gift), knowledge);
        expect(score >= 0 && score <= 1).toBe(true);
        expect(judge(readNeed(need), readGift(gift), knowledge).score).toBe(score);
        expect(readNeed(need)).toEqual(readNeed(need));
      }),
      { numRuns: 400 },
    );
  });

  test("capitals, accents and punctuation around it change nothing", () => {
    const plain = fc.array(fc.constantFrom("tent", "carpa", "blankets", "bike repair", "cobijas"), {
      minLength: 1,
      maxLength: 3,
    });
    fc.assert(
      fc.property(plain, (words) => {
        const text = words.join(", ");
        const things = (said: string) => readNeed(said).items.map((item) => item.heads);
        expect(things(text.toUpperCase())).toEqual(things(text));
        expect(things(`  ¡${text}!! `)).toEqual(things(text));
      }),
    );
  });

  test("a list in another order is met by the same gifts", () => {
    const list = fc.shuffledSubarray(["tent", "blankets", "bike pump", "rice", "flashlight"], {
      minLength: 2,
    });
    fc.assert(
      fc.property(list, fc.constantFrom("tents", "quilts", "rice 50 lb", "flashlights"), (things, gift) => {
        const score = (words: readonly string[]) =>
          judge(readNeed(words.join(", ")), readGift(gift), knowledge).score;
        expect(score(things.toReversed())).toBeCloseTo(score(things));
      }),
    );
  });
});

const HOSTILE: readonly (readonly [name: string, text: string])[] = [
  ["nothing", ""],
  ["one letter", "x"],
  ["one sign", "?"],
  ["emoji only", "🎪🔥🙏🏽👨‍👩‍👧‍👦🎪🎪🎪"],
  ["digits only", "4015550101 99 2 81"],
  ["1,600 letters of one word", "a".repeat(1600)],
  ["1,600 letters of words nobody knows", "zxqv kjw ".repeat(178)],
  ["1,600 letters of what the lexicon knows", "tent of bike repair for my ".repeat(60)],
  ["a list without end", "tent, ".repeat(270)],
  ["brackets and quotes", `${"((((\"'".repeat(200)}`],
  ["names of an object's own properties", "constructor __proto__ toString hasOwnProperty valueOf"],
  ["a pattern's worst case", "1 2 3 4 5 6 7 8 9 10 to 11 to 12 to 13 am pm to to".repeat(30)],
  ["a query", "'; DROP TABLE posts; -- % _ \\ $1"],
  ["controls and direction marks", "\u0000\u0007\u202e\u200b\ufeff tent"],
  ["combining marks", `e${"\u0301".repeat(800)}`],
];

describe("hostile and empty texts", () => {
  test.each(HOSTILE)("%s: read and judged in no time", (_, text) => {
    const started = performance.now();
    const need = readNeed(text);
    const gift = readGift(text);
    judge(need, gift, knowledge);
    expect(need.items.length).toBeLessThanOrEqual(61);
    // Far above what it takes, far below what anybody would notice: a guard against what never ends.
    expect(performance.now() - started).toBeLessThan(2000);
  });

  test.each(HOSTILE.filter(([name]) => !/lexicon knows|without end|controls/.test(name)))(
    "%s: matches no gift there is",
    (_, text) => {
      for (const gift of ["tent", "bike repair", "4 gallons of water", "ride to town"])
        expect(isAsked(text, gift)).toBe(false);
    },
  );
});
