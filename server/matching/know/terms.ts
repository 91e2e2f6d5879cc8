import { isGrammar } from "../text/grammar.ts";
import { type Shorthand, wordsOf } from "../text/words.ts";
import { doingPhrase, mayBend, singularPhrase } from "./bent.ts";
import type { Concept, ConceptId, Term } from "./concept.ts";
import { type Packed, pack } from "./packed.ts";

export type Sense = {
  readonly concept: ConceptId;
  readonly side: Term["side"];
  readonly language: Term["language"];
};

export type Phrases = Packed<readonly Sense[]>;

/** All terms, to be found in a text. */
export type Terms = {
  /** As written and in the singular. */
  readonly phrases: Phrases;
  /** Doings by their verb. */
  readonly doings: Phrases;
  /** How many words the longest phrase has that begins with a word. */
  readonly longest: Packed<number>;
  /** Every word that a term has, and how many terms have it. */
  readonly words: ReadonlyMap<string, number>;
  /** Words that name nothing, and so begin no doing. */
  readonly plain: ReadonlySet<string>;
};

/** What is known of words beside the terms: shorthand, and those that name nothing. */
export type Words = { readonly shorthand: Shorthand; readonly plain: ReadonlySet<string> };

/** Left out of terms and texts alike, so that "pack of diapers" and "pack diapers" are the same. */
const SKIPPED = new Set(
  "a an the of some any my our your ur ya her his their its this that these those de del la el las los lo un una unos unas mi mis tu tus su sus nuestro nuestra este esta estos estas al algun alguna".split(
    " ",
  ),
);

/** "a" is an article in English and "to" in Spanish; "unas" with no noun behind it are fingernails. */
export function isSkipped(words: readonly string[], at: number, spanish: boolean): boolean {
  const word = words[at] ?? "";
  if (!SKIPPED.has(word)) return false;
  if (word === "unas") return words[at + 1] !== undefined && !isGrammar(words[at + 1] ?? "");
  return !(spanish && word === "a");
}

type Entry = {
  readonly parts: readonly string[];
  readonly sense: Sense;
  /** The sense by itself: the same list for all terms that have it. */
  readonly alone: readonly [Sense];
  readonly isGoods: boolean;
};

/** `english` and `spanish`: the words of each language. */
export function buildTerms(concepts: readonly Concept[], { shorthand, plain }: Words) {
  const entries = concepts.flatMap((concept) => entriesOf(concept, shorthand));
  const words = usesIn(entries);
  const phrases = new Map<string, readonly Sense[]>();
  const doings = new Map<string, readonly Sense[]>();
  for (const entry of entries) {
    const { parts, sense, isGoods } = entry;
    note(phrases, parts.join(" "), entry);
    note(phrases, singularPhrase(parts, words), entry);
    if (isGoods && parts.length === 2) note(phrases, parts.join(""), entry);
    if (isGoods || !mayBend(parts, sense.language)) continue;
    const doing = doingPhrase(parts, sense.language, { words, plain });
    if (doing !== null) note(doings, doing, entry);
  }
  const longest = pack(longestIn([...phrases.keys(), ...doings.keys()]));
  const terms: Terms = { phrases: pack(phrases), doings: pack(doings), longest, words, plain };
  return { terms, english: wordsIn(entries, "en"), spanish: wordsIn(entries, "es") };
}

function entriesOf({ id, kind, terms }: Concept, shorthand: Shorthand): readonly Entry[] {
  const senses = new Map<string, readonly [Sense]>();
  return terms.flatMap(({ words, language, side }) => {
    const key = `${language} ${side}`;
    const alone = senses.get(key) ?? ([{ concept: id, side, language }] as const);
    senses.set(key, alone);
    const parts = partsOf(words, language, shorthand);
    return parts.length === 0 ? [] : [{ parts, sense: alone[0], alone, isGoods: kind === "goods" }];
  });
}

function partsOf(words: string, language: "en" | "es", shorthand: Shorthand): readonly string[] {
  const all = wordsOf(words, shorthand).map((word) => word.text);
  const kept = all.filter((_, at) => !isSkipped(all, at, language === "es"));
  const parts = kept.length > 0 ? kept : all;
  return parts.length === 1 && (parts[0] ?? "").length < 2 ? [] : parts;
}

function usesIn(entries: readonly Entry[]): ReadonlyMap<string, number> {
  const uses = new Map<string, number>();
  for (const { parts } of entries) for (const part of parts) uses.set(part, (uses.get(part) ?? 0) + 1);
  return uses;
}

function wordsIn(entries: readonly Entry[], language: Term["language"]): ReadonlySet<string> {
  return new Set(entries.filter(({ sense }) => sense.language === language).flatMap(({ parts }) => parts));
}

function longestIn(phrases: readonly string[]): ReadonlyMap<string, number> {
  const longest = new Map<string, number>();
  for (const phrase of phrases) {
    const words = phrase.split(" ");
    const [first = ""] = words;
    longest.set(first, Math.max(longest.get(first) ?? 0, words.length));
  }
  return longest;
}

/** Lists of one, which nearly all are, are shared, and none has room to grow into: there are 170,000. */
function note(phrases: Map<string, readonly Sense[]>, phrase: string, { sense, alone }: Entry): void {
  const senses = phrases.get(phrase);
  if (!senses) phrases.set(phrase, alone);
  else if (!senses.includes(sense)) phrases.set(phrase, [...senses, sense]);
}
