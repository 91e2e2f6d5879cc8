import fc from "fast-check";
import type { CardFace, SheetFacts } from "#kiosk/cards/face.ts";
import type { STOCKS, StockName } from "#kiosk/cards/stocks.ts";

export const STOCK_NAMES: readonly StockName[] = [
  "avery-5371",
  "c32011-10",
  "plain-letter",
  "plain-a4",
] satisfies (keyof typeof STOCKS)[];

export const FACTS: SheetFacts = {
  nodeName: "Willow Camp",
  number: "+1 401 555 0199",
  language: "en",
  stock: "avery-5371",
  nudge: { xMm: 0, yMm: 0 },
  back: false,
};

const token = fc.string({
  unit: fc.constantFrom(..."0123456789ABCDEFGHJKMNPQRSTVWXYZ"),
  minLength: 20,
  maxLength: 20,
});
const digits = fc.string({ unit: fc.constantFrom(..."0123456789"), minLength: 11, maxLength: 11 });
const short = fc.constantFrom(
  "tea",
  "máquina de coser",
  "3 buckets of oranges",
  "王小明 needs thread",
  "привет 🧵",
);
// The library prefers short ones: asked for the longest, it makes them of any length.
const letters = (unit: "grapheme" | "binary", maxLength: number) =>
  fc.string({ unit, maxLength, size: "max" });
const sentence = (maxLength: number) =>
  fc.lorem({ mode: "sentences", maxCount: 5, size: "max" }).map((words) => words.slice(0, maxLength));
const text = (maxLength: number) =>
  fc.oneof(short, sentence(maxLength), letters("grapheme", maxLength), letters("binary", maxLength));

/** Any card that people may ask for. */
export const anyFace: fc.Arbitrary<CardFace> = fc.record({
  serial: fc.integer({ min: 1, max: 9999 }).map((number) => `A-${String(number).padStart(4, "0")}`),
  url: token.map((each) => `HTTPS://CAMP.EXAMPLE.ORG/G/${each}`),
  code: digits,
  kind: fc.constantFrom("need", "gift", null),
  words: fc.option(text(300)),
  place: fc.option(text(120)),
  until: fc.option(fc.constant({ en: "Fri 27 Nov", es: "vie 27 nov" })),
});

export const anyFacts: fc.Arbitrary<SheetFacts> = fc.record({
  nodeName: fc.oneof(fc.constant("Willow Camp"), text(60)),
  number: fc.constantFrom("+1 401 555 0199", "+591 2 2345 678901", "12345", null),
  language: fc.constantFrom("en", "es"),
  stock: fc.constantFrom(...STOCK_NAMES),
  nudge: fc.record({ xMm: fc.integer({ min: -3, max: 3 }), yMm: fc.integer({ min: -3, max: 3 }) }),
  back: fc.boolean(),
});

/** So many of them, always the same. */
export function sampleFaces(count: number): readonly CardFace[] {
  return fc.sample(anyFace, { numRuns: count, seed: 5371 });
}
