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

const NONE: Properties = new Map();

/** What the words say of size, fuel, plug, diet and the like. Numbers after "size" or "talla" count as a size. */
export function propertiesOf(words: readonly string[], axes: Axes, isWorn: boolean): Properties {
  const found = new Map<string, Set<string>>();
  const note = (axis: string, value: string) => found.set(axis, (found.get(axis) ?? new Set()).add(value));
  words.forEach((word, index) => {
    for (const form of formsOf(word)) {
      for (const each of axes.get(form) ?? []) if (follows(each, words, index)) note(each.axis, each.value);
    }
  });
  const sizes = sizesIn(words.join(" "));
  for (const size of sizes.length > 0 || !isWorn ? sizes : bareNumbers(words)) note("number", size);
  if (found.size === 0) return NONE;
  return new Map(
    [...found].map(([axis, values]) => [axis, [...values].sort((a, b) => a.localeCompare(b, "en"))]),
  );
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

const SIZE =
  /\b(?:sizes?|sz|talla|numero|rin|stage|etapa) (\d{1,2}(?:\.5)?)(?: (?:to |a |or |y |o |and )?(\d{1,2}(?:\.5)?)\b)?/g;

function sizesIn(text: string): readonly string[] {
  return [...text.matchAll(SIZE)].flatMap(([, from, to]) => {
    const low = Number(from);
    const high = Number(to ?? from);
    if (high < low || high - low > 20) return [String(low)];
    return Array.from({ length: Math.floor(high - low) + 1 }, (_, step) => String(low + step));
  });
}
