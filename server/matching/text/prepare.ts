import type { PostKind } from "#server/domain/post.ts";
import type { Lexicon } from "../know/lexicon.ts";
import { correct, isKnown } from "../know/speller.ts";
import { isSkipped } from "../know/terms.ts";
import { CUE, HAVING, isGrammar, LOST, OF, OWN, RIDING, TO_OR_FROM } from "./grammar.ts";
import { SIZE_WORDS } from "./properties.ts";
import type { Gap } from "./tokens.ts";
import { UNITS } from "./units.ts";
import type { Word } from "./words.ts";

/** A word as it is compared, with what stood before it and was left out. */
export type Marked = Word & {
  /** Behind "of" or "de". */
  readonly ofBefore: boolean;
  /** Behind "my", in a need: it is there already, and something is wrong with it. */
  readonly owned: boolean;
};

/** The words that count, slips of the keys mended, without articles and counts. */
export function prepare(
  written: readonly Word[],
  side: PostKind,
  spanish: boolean,
  lexicon: Lexicon,
): readonly Marked[] {
  const rides = written.some((word) => RIDING.has(word.text));
  const mended = written.map((word, index) => {
    // What stands behind "to" may be any town.
    const isName = rides && TO_OR_FROM.has(written[index - 1]?.text ?? "");
    return isName ? word : mend(word, lexicon);
  });
  return withoutCounts(withoutSkipped(mended, side, spanish));
}

function mend(word: Word, lexicon: Lexicon): Word {
  if (lexicon.terms.plain.has(word.text) || isGrammar(word.text) || isKnown(lexicon.speller, word.text))
    return word;
  const whole = `${word.text}g`;
  if (word.text.endsWith("in") && isKnown(lexicon.speller, whole)) return { ...word, text: whole };
  const meant = correct(lexicon.speller, word.text);
  return meant === null ? word : { ...word, text: meant };
}

function withoutSkipped(words: readonly Word[], side: PostKind, spanish: boolean): readonly Marked[] {
  const kept: Marked[] = [];
  const texts = words.map((word) => word.text);
  let gap: Gap = "none";
  let ofBefore = false;
  // "my bike" owns one word, "se me rompio la carpa" the second.
  let owned = 0;
  const isLost = side === "gift" || words.some((word) => LOST.has(word.text));
  for (const [at, { text, gap: before }] of words.entries()) {
    if (gap === "none") gap = before;
    if (OF.has(text)) ofBefore = true;
    const isSeMe = text === "me" && kept.at(-1)?.text === "se";
    if (OWN.has(text) || isSeMe || isHaving(words, at)) owned = isLost ? 0 : isSeMe ? 2 : 1;
    if (isSkipped(texts, at, spanish)) continue;
    kept.push({ text, gap, ofBefore, owned: owned > 0 });
    gap = "none";
    ofBefore = false;
    if (!isSeMe && !isHaving(words, at) && owned > 0) owned--;
  }
  return kept;
}

/** "got beans but no grinder", not "anyone got beans" and "got any beans". */
function isHaving(words: readonly Word[], at: number): boolean {
  if (!HAVING.has(words[at]?.text ?? "")) return false;
  const isAsked = words.slice(Math.max(0, at - 3), at).some((word) => CUE.has(word.text));
  return !isAsked && words.slice(at + 1).some((word) => BUT.has(word.text));
}

const BUT = new Set("but no not pero sin without need needs arent isnt dont doesnt nothing".split(" "));
const BEFORE_SIZE = new RegExp(`^(?:${SIZE_WORDS}|no|number|grade|age|ages|x)$`);

/** "place for 2 horses" reads as "place for horses"; sizes and measures stay. */
function withoutCounts(words: readonly Marked[]): readonly Marked[] {
  return words.filter((word, index) => {
    if (!/^\d+$/.test(word.text)) return true;
    const next = words[index + 1];
    const before = words[index - 1];
    if (!next || word.gap !== "none" || next.gap !== "none") return true;
    if (before && (BEFORE_SIZE.test(before.text) || /^\d/.test(before.text))) return true;
    return !/^[a-z]{3,}$/.test(next.text) || UNITS.test(next.text);
  });
}
