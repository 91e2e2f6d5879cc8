import { distance } from "fastest-levenshtein";

/** Asked from this score on. */
export const ASK_FROM = 0.6;

export type Fit = {
  /** 0 to 1; the same for any order of the words. */
  readonly score: number;
  /** For organizers: the words that both share. */
  readonly reasons: readonly string[];
};

/**
 * How well a gift fits a need, from their terms alone: how much of the need the gift names, and, at a third of
 * the weight, how much of the gift the need asked for. A word with one letter mistyped counts four fifths.
 */
export function fitOf(needTerms: string, giftTerms: string): Fit {
  const need = wordsOf(needTerms);
  const gift = wordsOf(giftTerms);
  if (need.length === 0 || gift.length === 0) return { score: 0, reasons: [] };
  const score = 0.75 * covered(need, gift) + 0.25 * covered(gift, need);
  const shared = need.filter((word) => likeness(word, gift) > 0);
  return { score, reasons: shared.length > 0 ? [`both say: ${shared.join(", ")}`] : [] };
}

function wordsOf(terms: string): readonly string[] {
  return terms.split(" ").filter(Boolean);
}

function covered(words: readonly string[], by: readonly string[]): number {
  return words.reduce((sum, word) => sum + likeness(word, by), 0) / words.length;
}

function likeness(word: string, others: readonly string[]): number {
  if (others.includes(word)) return 1;
  const typo = word.length >= 4 && others.some((other) => other.length >= 4 && distance(word, other) === 1);
  return typo ? 0.8 : 0;
}
