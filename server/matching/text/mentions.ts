import type { PostKind } from "#server/domain/post.ts";
import type { ConceptId } from "../know/concept.ts";
import { type Found, findTerm } from "../know/find-term.ts";
import { isKindOf, isTrouble, type Lexicon } from "../know/lexicon.ts";
import { stemsOf } from "../know/stems.ts";
import { formsOf } from "./fold.ts";
import { ABOUT, CUE, DEEDS, isGrammar } from "./grammar.ts";
import { type Marked, prepare } from "./prepare.ts";
import { type Axes, isProperty } from "./properties.ts";
import { isAnyHelp, isRide } from "./services.ts";
import { UNITS } from "./units.ts";
import { isTime } from "./when.ts";
import type { Word } from "./words.ts";

/** A piece of a text: something named, or a word that says how the pieces stand to each other. */
export type Piece = Omit<Marked, "text"> & {
  readonly kind: "mention" | "grammar" | "number";
  /** As compared: the words of a mention after correction, else the word itself. */
  readonly words: readonly string[];
  /** Of a mention: the concepts it may mean, or its own word behind a ~ when nobody knows it. */
  readonly names: readonly ConceptId[];
  readonly spanish: boolean;
  /** How much the word counts: 1 for what the lexicon knows and for rare words, little for common ones. */
  readonly weight: number;
  /** A word such as "box" or "help", which counts only where nothing better is named. */
  readonly faint: boolean;
  /** A trouble, which other things answer: "hungry". */
  readonly trouble: boolean;
  /** Food, of which people say what they do not want in it. */
  readonly edible: boolean;
};

/** Cuts a text into pieces, the longest terms first. */
export function piecesOf(
  written: readonly Word[],
  side: PostKind,
  lexicon: Lexicon,
  axes: Axes,
): readonly Piece[] {
  const spanish = written.some((word) => lexicon.spanish.has(word.text));
  const words = prepare(written, side, spanish, lexicon);
  const texts = words.map((word) => word.text);
  const pieces: Piece[] = [];
  for (let i = 0; i < words.length; ) {
    const word = words[i];
    if (!word) break;
    const found = findTerm(lexicon.terms, texts.slice(0, endOfRun(words, i)), i, side);
    if (found && isMeant(found, word.text, texts[i + found.length], { side, spanish }, lexicon)) {
      const isSubject = side === "need" && i === 0 && isAbout(words, i + found.length);
      const marked = isSubject ? { ...word, owned: true } : word;
      pieces.push(mentionOf(found, marked, texts.slice(i, i + found.length), lexicon));
      i += found.length;
    } else {
      pieces.push(looseWord(word, lexicon, axes));
      i += 1;
    }
  }
  return pieces;
}

/** "the books are a mess" wants no books; "books are needed" does. */
function isAbout(words: readonly Marked[], at: number): boolean {
  const verb = words[at];
  if (verb?.gap !== "none" || !ABOUT.has(verb.text)) return false;
  return !words.slice(at, at + 4).some((word) => /^(?:needed|wanted)$/.test(word.text));
}

/** Terms do not reach over a comma or a "+". */
function endOfRun(words: readonly Marked[], start: number): number {
  const end = words.findIndex((word, index) => index > start && word.gap !== "none");
  return end === -1 ? words.length : end;
}

function isMeant(
  found: Found,
  word: string,
  next: string | undefined,
  { side, spanish }: { readonly side: PostKind; readonly spanish: boolean },
  lexicon: Lexicon,
): boolean {
  if (isGoingToDo(found, next, lexicon)) return false;
  // "if u need a lift": who gives names the lift.
  if (side === "gift" && CUE.has(word)) return false;
  if (found.length > 1) return true;
  return !isGrammar(word) && !isSaidAnyway(word, found, spanish, lexicon);
}

/** "voy a regalar cobijas" is no ride. */
function isGoingToDo({ senses }: Found, next: string | undefined, lexicon: Lexicon): boolean {
  if (!next || !senses.every(({ concept }) => isRide(concept, lexicon))) return false;
  const isSpanish = senses.every((sense) => sense.language === "es");
  return isSpanish ? /^[a-z]{2,}[aei]r(?:se|las?|los?)?$/.test(next) : DEEDS.has(next);
}

/** "will" is no testament, "off" no repellent: such a word names a thing of its own only where it is one. */
function isSaidAnyway(word: string, { senses }: Found, spanish: boolean, lexicon: Lexicon): boolean {
  if (!lexicon.terms.plain.has(word)) return false;
  if (word === "can" || word === "ill") return true;
  if (spanish && senses.every((sense) => sense.language === "en")) return true;
  return senses.every(
    ({ concept }) => !isAnyHelp([concept]) && lexicon.concepts.get(concept)?.kind !== "goods",
  );
}

const EDIBLE: ReadonlySet<ConceptId> = new Set(["food", "meal", "ingredient"]);

function mentionOf(found: Found, word: Marked, words: readonly string[], lexicon: Lexicon): Piece {
  const names = [...new Set(found.senses.map((sense) => sense.concept))];
  const { gap, ofBefore, owned } = word;
  return {
    kind: "mention",
    words,
    gap,
    ofBefore,
    owned,
    names,
    spanish: found.senses.every((sense) => sense.language === "es"),
    weight: 1,
    faint: found.length === 1 && lexicon.terms.plain.has(word.text),
    edible: names.some((name) => isKindOf(lexicon, name, EDIBLE)),
    trouble: names.some((name) => isTrouble(lexicon, name)) || isToldOnly(found, lexicon),
  };
}

/** "carpet soaked" means a service, but only to who has the trouble. */
function isToldOnly({ senses }: Found, { concepts }: Lexicon): boolean {
  return senses.every(
    (sense) => sense.side === "need" && ["help", "skill"].includes(concepts.get(sense.concept)?.kind ?? ""),
  );
}

function looseWord({ text, ...marks }: Marked, lexicon: Lexicon, axes: Axes): Piece {
  const common = { ...marks, words: [text], spanish: false, trouble: false, edible: false };
  if (isGrammar(text)) return { ...common, kind: "grammar", names: [], weight: 0, faint: false };
  if (/^\d/.test(text) || UNITS.test(text))
    return { ...common, kind: "number", names: [], weight: 0, faint: false };
  const saysNothing =
    lexicon.terms.plain.has(text) || text.length < 2 || isTime(text) || isProperty(axes, text);
  const weight = saysNothing ? 0 : rarity(text, lexicon);
  return {
    ...common,
    kind: "mention",
    names: weight > 0 ? [ownName(text)] : [],
    weight,
    faint: weight === 0,
  };
}

/** A word that no term has is its own concept. */
function ownName(word: string): ConceptId {
  const form = formsOf(word)[1] ?? word;
  const { en, es } = stemsOf(form);
  return `~${en ?? es ?? form}`;
}

/** Common words say little about the thing; rare ones are likely its name. */
function rarity(word: string, lexicon: Lexicon): number {
  const rank = Math.min(...formsOf(word).map((form) => lexicon.ranks.get(form) ?? Number.POSITIVE_INFINITY));
  if (rank <= 1500) return 0.25;
  return rank <= 5000 ? 0.5 : 1;
}
