import { RIDING } from "./grammar.ts";
import { type Gap, tokensOf } from "./tokens.ts";

export type Word = { readonly text: string; readonly gap: Gap };
export type Shorthand = ReadonlyMap<string, readonly string[]>;

const FOR_FOLLOWS = new Set(
  "my me our us the a an u you your ur him her his kids kid baby sale free someone anybody today tonight tomorrow dinner lunch school work winter mi mis".split(
    " ",
  ),
);
const COUNTS = new Set(
  "with and have has got need needs want wants give giving take fits sleeps seats holds about only like least the these last for size size grade age son somos tengo tenemos hay con para talla unos unas hasta than plus over under need stage bus route room".split(
    " ",
  ),
);
const COUNTED =
  /^(?:people|ppl|persons?|personas?|kids|adults|days?|dias?|hours?|horas?|weeks?|years?|months?|gal|gallons?|galones|lbs?|pounds?|kilos?|packs?|boxes|bags|cans|bottles|liters?|litros?|feet|foot|inch|inches|chairs|burner|man|person|season|wheel|wheeler|door)$/;
const TO_FOLLOWS = new Set(
  "sleep eat borrow go get share give use have wear cook help move fix keep play read work talk learn charge lend do cut build set make haul carry dry wash heat boil hang hold store paint dig dig clean fill pump lift ride drive reach open patch seal tie cover wrap mix brew serve print write draw sew knit warm cool light chop split".split(
    " ",
  ),
);

/** The words of a text, shorthand written out: "2nite", "books 4 my kid", "w/ lid". */
export function wordsOf(text: string, shorthand: Shorthand): readonly Word[] {
  const tokens = tokensOf(text);
  const words: Word[] = [];
  tokens.forEach((token, index) => {
    const next = tokens[index + 1];
    const long = numberWord(tokens[index - 1]?.text, token.text, next?.text) ??
      (isWatts(tokens[index - 1]?.text, token.text) ? undefined : shorthand.get(token.text)) ?? [token.text];
    long.forEach((word, at) => {
      words.push({ text: word, gap: at === 0 ? token.gap : "none" });
    });
  });
  return words;
}

/** "gas 4 generator", but not "table w 4 chairs" and "need 4 gallons". */
function isForBetween(before: string | undefined, next: string): boolean {
  return (
    before !== undefined &&
    /^[a-z]{3,}$/.test(before) &&
    /^[a-z]{3,}$/.test(next) &&
    !COUNTS.has(before) &&
    !COUNTED.test(next)
  );
}

/** "5500w", not "table w chairs". */
function isWatts(before: string | undefined, word: string): boolean {
  return word === "w" && /^\d+$/.test(before ?? "");
}

/** "4" and "2" where they stand for words. */
function numberWord(
  before: string | undefined,
  word: string,
  next: string | undefined,
): readonly string[] | undefined {
  if (next === undefined) return undefined;
  if (word === "4" && (FOR_FOLLOWS.has(next) || isForBetween(before, next))) return ["for"];
  if (word === "2" && (TO_FOLLOWS.has(next) || RIDING.has(before ?? ""))) return ["to"];
  return undefined;
}
