import type { AxisWord } from "../know/parse-axes.ts";
import { formsOf } from "./fold.ts";

/** Values by axis: {fuel: ["propane"], shoe: ["11"]}. */
export type Properties = ReadonlyMap<string, readonly string[]>;

/** Axis words by their first word. */
export type Axes = ReadonlyMap<string, readonly AxisWord[]>;

export function indexAxes(words: readonly AxisWord[]): Axes {
  const axes = new Map<string, AxisWord[]>();
  for (const word of words) {
    const [first = ""] = word.words;
    axes.set(first, [...(axes.get(first) ?? []), word]);
  }
  return axes;
}

/** What is said of a thing, and what is said that it must not be: "generator, not diesel". */
export type Said = { readonly properties: Properties; readonly denied: Properties };

/** What the words say of size, fuel, plug, diet and the like. Numbers after "size" or "talla" count as a size. */
export function propertiesOf(words: readonly string[], axes: Axes, isWorn: boolean): Said {
  const [said, denied] = [new Map<string, Set<string>>(), new Map<string, Set<string>>()];
  words.forEach((word, index) => {
    for (const form of formsOf(word)) {
      for (const each of axes.get(form) ?? [])
        if (follows(each, words, index)) note(isDenied(words, index) ? denied : said, each.axis, each.value);
    }
  });
  const sizes = sizesIn(words.join(" "));
  for (const size of sizes.length > 0 || !isWorn ? sizes : bareNumbers(words)) note(said, "number", size);
  return { properties: sorted(said), denied: sorted(denied) };
}

function note(found: Map<string, Set<string>>, axis: string, value: string): void {
  found.set(axis, (found.get(axis) ?? new Set()).add(value));
}

function sorted(found: ReadonlyMap<string, ReadonlySet<string>>): Properties {
  return new Map(
    [...found].map(([axis, values]) => [axis, [...values].sort((a, b) => a.localeCompare(b, "en"))]),
  );
}

const DENIAL =
  /(?:^| )(?:no|not|non|without|except|but|sin|excepto|menos)(?: (?:a|an|the|any|for|sea|sean|de|del|un|una|para))*$/;

function isDenied(words: readonly string[], index: number): boolean {
  return DENIAL.test(words.slice(Math.max(0, index - 4), index).join(" "));
}

/** A word that alone says a size, a fuel or the like. */
export function isProperty(axes: Axes, word: string): boolean {
  return formsOf(word).some((form) => axes.get(form)?.some((each) => each.words.length === 1));
}

function follows(axis: AxisWord, words: readonly string[], start: number): boolean {
  return axis.words.every((part, at) => at === 0 || formsOf(words[start + at] ?? "").includes(part));
}

const NO_SIZE =
  /^(?:pair|par|pack|paquete|ct|inch|in|ft|lb|oz|cm|week|wk|semana|year|yr|ano|mo|month|mes|day|dia|am|pm|gal|each|of|them)s?$/;

/** "mens boots 11", "del 27": numbers that count nothing. */
function bareNumbers(words: readonly string[]): readonly string[] {
  return words.filter((word, index) => {
    const value = Number(word);
    return (
      /^\d{1,2}(?:\.5)?$/.test(word) &&
      value > 0 &&
      value <= 60 &&
      index > 0 &&
      !NO_SIZE.test(words[index + 1] ?? "")
    );
  });
}

/** A number behind one of these is a size, no count. */
export const SIZE_WORDS = "sizes?|sz|tallas?|numero|rin|stage|etapa";
const SIZE = new RegExp(
  `\\b(?:${SIZE_WORDS}) (\\d{1,2}(?:\\.5)?)(?: (?:to |a |or |y |o |and )?(\\d{1,2}(?:\\.5)?)\\b)?`,
  "g",
);

function sizesIn(text: string): readonly string[] {
  return [...text.matchAll(SIZE)].flatMap(([, from, to]) => {
    const low = Number(from);
    const high = Number(to ?? from);
    if (high < low || high - low > 20) return [String(low)];
    return Array.from({ length: Math.floor(high - low) + 1 }, (_, step) => String(low + step));
  });
}
