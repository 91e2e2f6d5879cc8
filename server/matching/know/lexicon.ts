import { fold } from "../text/fold.ts";
import type { Concept, ConceptId, Term } from "./concept.ts";
import { buildSpeller, type Speller } from "./speller.ts";
import { buildTerms, type Terms, type Words } from "./terms.ts";

type Backwards = ReadonlyMap<ConceptId, readonly ConceptId[]>;

/** A concept without its 30 words: those are found by `terms`. */
export type Known = Omit<Concept, "terms"> & {
  readonly called: Readonly<Record<Term["language"], string>>;
  /** All its words mean it only in needs, or only in gifts. */
  readonly oneSided: boolean;
};

/** What is known about things and words. Never changes: an edit of its files makes another one. */
export type Lexicon = {
  readonly concepts: ReadonlyMap<ConceptId, Known>;
  /** Direct kinds of a concept: the other way round of `kindOf`. */
  readonly kindsOf: Backwards;
  /** Who names a concept as near, as going with it, as never to be confused with it. */
  readonly nearTo: Backwards;
  readonly goneWith: Backwards;
  readonly barredBy: Backwards;
  readonly terms: Terms;
  readonly speller: Speller;
  /** How common a word is in its language, 1 the commonest; what is not in it is rare. */
  readonly ranks: ReadonlyMap<string, number>;
  /** Words of Spanish alone, that tell its texts from English ones. */
  readonly spanish: ReadonlySet<string>;
};

/** The commonest words of each language, commonest first, and other English words that are no slips. */
export type CommonWords = {
  readonly en: readonly string[];
  readonly es: readonly string[];
  readonly others: readonly string[];
};

/** Concepts of the same name are one. Names that nobody defines are passed over. */
export function buildLexicon(lines: readonly Concept[], common: CommonWords, words: Words): Lexicon {
  const concepts = merge(lines);
  const all = [...concepts.values()];
  const { terms, ...own } = buildTerms(all, words);
  const ranks = ranksOf(common);
  const english = new Set([...common.en, ...common.others, ...own.english].map(fold));
  const spanish = new Set(
    [...common.es, ...own.spanish].map(fold).filter((word) => word.length > 1 && !english.has(word)),
  );
  return {
    concepts: new Map(all.map((concept) => [concept.id, knownOf(concept)])),
    kindsOf: backwards(all, "kindOf"),
    nearTo: backwards(all, "near"),
    goneWith: backwards(all, "goesWith"),
    barredBy: backwards(all, "never"),
    terms,
    speller: buildSpeller(terms, ranks, common.others),
    ranks,
    spanish,
  };
}

function backwards(
  concepts: readonly Concept[],
  relation: "kindOf" | "near" | "goesWith" | "never",
): Backwards {
  const found = new Map<ConceptId, ConceptId[]>();
  for (const { id, [relation]: others } of concepts) {
    for (const other of others) {
      const before = found.get(other);
      if (before) before.push(id);
      else found.set(other, [id]);
    }
  }
  return found;
}

/** Names that a relation uses and no line defines: slips of who wrote the file. */
export function unknownNames(lines: readonly Concept[]): readonly { by: ConceptId; name: ConceptId }[] {
  const known = new Set(lines.map((line) => line.id));
  const used = lines.flatMap((line) => related(line).map((name) => ({ name, by: line.id })));
  return used.filter(({ name }) => !known.has(name));
}

/** Nothing that anybody gives: other things answer it. "hungry", "flat tire". */
export function isTrouble(lexicon: Lexicon, id: ConceptId): boolean {
  const concept = lexicon.concepts.get(id);
  return concept !== undefined && concept.answeredBy.length > 0 && concept.kindOf.length === 0;
}

/** A thing; what nobody knows is taken for one. */
export function isGoods(lexicon: Lexicon, id: ConceptId): boolean {
  return (lexicon.concepts.get(id)?.kind ?? "goods") === "goods";
}

/** Whether a concept is one of these, or a kind of one. */
export function isKindOf(lexicon: Lexicon, id: ConceptId, wider: ReadonlySet<ConceptId>): boolean {
  const seen = new Set([id]);
  for (const each of seen) {
    if (wider.has(each)) return true;
    for (const parent of lexicon.concepts.get(each)?.kindOf ?? []) seen.add(parent);
  }
  return false;
}

/** How a concept is called in a language; one that nobody defined by its own name. */
export function nameOf(lexicon: Lexicon, id: ConceptId, language: Term["language"]): string {
  return lexicon.concepts.get(id)?.called[language] ?? plainName(id);
}

function knownOf({ terms, ...concept }: Concept): Known {
  return {
    ...concept,
    called: { en: firstWord(concept.id, terms, "en"), es: firstWord(concept.id, terms, "es") },
    oneSided: terms.every((term) => term.side !== null),
  };
}

/**
 * Its first word in that language, from where its own name stands on; further lines of it
 * are about rarer words. Words behind a ~ are their own.
 */
function firstWord(id: ConceptId, terms: readonly Term[], language: Term["language"]): string {
  const plain = plainName(id);
  const from = terms.findIndex((each) => each.words === plain);
  const own = terms.slice(Math.max(0, from));
  const term =
    own.find((each) => each.language === language) ?? terms.find((each) => each.language === language);
  return (term ?? terms[0])?.words ?? plain;
}

function plainName(id: ConceptId): string {
  return id.replace(/^~/, "").replaceAll("-", " ");
}

function merge(lines: readonly Concept[]): Map<ConceptId, Concept> {
  const known = new Set(lines.map((line) => line.id));
  const only = (ids: readonly ConceptId[], self: ConceptId) => [
    ...new Set(ids.filter((id) => known.has(id) && id !== self)),
  ];
  const merged = new Map<ConceptId, Concept>();
  for (const line of lines) {
    const before = merged.get(line.id);
    const { id } = line;
    merged.set(id, {
      id,
      kind: before?.kind ?? line.kind,
      terms: [...(before?.terms ?? []), ...line.terms],
      kindOf: only([...(before?.kindOf ?? []), ...line.kindOf], id),
      near: only([...(before?.near ?? []), ...line.near], id),
      answeredBy: only([...(before?.answeredBy ?? []), ...line.answeredBy], id),
      goesWith: only([...(before?.goesWith ?? []), ...line.goesWith], id),
      never: only([...(before?.never ?? []), ...line.never], id),
    });
  }
  return merged;
}

function related(concept: Concept): readonly ConceptId[] {
  return [...concept.kindOf, ...concept.near, ...concept.answeredBy, ...concept.goesWith, ...concept.never];
}

function ranksOf(common: CommonWords): Map<string, number> {
  const ranks = new Map<string, number>();
  for (const words of [common.en, common.es]) {
    words.map(fold).forEach((word, index) => {
      ranks.set(word, Math.min(ranks.get(word) ?? Number.POSITIVE_INFINITY, index + 1));
    });
  }
  return ranks;
}
