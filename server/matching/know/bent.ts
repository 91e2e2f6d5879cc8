import { formsOf } from "../text/fold.ts";
import type { Term } from "./concept.ts";
import { stemsOf } from "./stems.ts";

/** How many terms have a word. */
export type Uses = ReadonlyMap<string, number>;

/** One form for a word and its plural, the same for terms and texts: the barest that some term has. */
export function singularOf(word: string, words: Uses): string {
  return formsOf(word).findLast((form) => words.has(form)) ?? word;
}

export function singularPhrase(phrase: readonly string[], words: Uses): string {
  return phrase.map((word) => singularOf(word, words)).join(" ");
}

/**
 * A doing by its verb, which stands first, however it is bent: "hemming pants" and "hem pants", "corto pelo" and
 * "cortar pelo". Null where the first word is none.
 */
export function doingPhrase(
  [first = "", ...rest]: readonly string[],
  language: Term["language"],
  { words, plain }: { readonly words: Uses; readonly plain: ReadonlySet<string> },
): string | null {
  if (plain.has(first)) return null;
  const stem = stemsOf(first)[language];
  return stem === undefined ? null : [stem, ...rest.map((word) => singularOf(word, words))].join(" ");
}

/** Spanish nouns bend too, so that only a term in the infinitive is taken for a doing: "juntos" is no "junta". */
export function mayBend(term: readonly string[], language: Term["language"]): boolean {
  return language === "en" || /[aei]r(?:se)?$/.test(term[0] ?? "");
}
