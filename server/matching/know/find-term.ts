import type { PostKind } from "#server/domain/post.ts";
import { doingPhrase, singularOf, singularPhrase } from "./bent.ts";
import type { Term } from "./concept.ts";
import { findPacked } from "./packed.ts";
import { stemsOf } from "./stems.ts";
import type { Phrases, Sense, Terms } from "./terms.ts";

export type Found = { readonly length: number; readonly senses: readonly Sense[] };

/** The longest term that begins at `start`; one as written beats one in the singular, and that one by its verb. */
export function findTerm(
  terms: Terms,
  words: readonly string[],
  start: number,
  side: PostKind,
): Found | null {
  const most = Math.min(mostWords(terms, words[start] ?? ""), words.length - start);
  for (let length = most; length > 0; length--) {
    const part = words.slice(start, start + length);
    const senses =
      meant(terms.phrases, part.join(" "), side) ??
      meant(terms.phrases, singularPhrase(part, terms.words), side) ??
      doing(terms, part, side, "es") ??
      doing(terms, part, side, "en");
    if (senses) return { length, senses };
  }
  return null;
}

function mostWords(terms: Terms, word: string): number {
  const { en, es } = stemsOf(word);
  const beginnings = [word, singularOf(word, terms.words), en ?? word, es ?? word];
  return Math.max(...beginnings.map((each) => findPacked(terms.longest, each) ?? 0));
}

function doing(
  terms: Terms,
  part: readonly string[],
  side: PostKind,
  language: Term["language"],
): readonly Sense[] | null {
  const phrase = doingPhrase(part, language, terms);
  return phrase === null ? null : meant(terms.doings, phrase, side, language);
}

function meant(
  phrases: Phrases,
  phrase: string,
  side: PostKind,
  language?: Term["language"],
): readonly Sense[] | null {
  const senses = findPacked(phrases, phrase);
  if (!senses) return null;
  const fitting = senses.filter(
    (sense) =>
      (sense.side === null || sense.side === side) && (language === undefined || sense.language === language),
  );
  return fitting.length > 0 ? fitting : null;
}
