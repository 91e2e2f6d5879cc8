import { toGsm7 } from "#sms/gsm.ts";
import type { Phrase } from "#sms/messages/saying.ts";
import { cut, ONE_SEGMENT } from "#sms/segments.ts";

/** Cuts one part of a sentence. */
export type Short = (words: string) => string;
/** Or leaves them as they are. */
export const uncut: Short = (words) => words;

const LONGEST = 60;
const LEAST = 6;
/** So much stays of the part that is cut most. */
const LEFT = 24;

/** The sentence, its parts cut alike so far that all of it fits one text. */
export function fitting(sentence: (short: Short) => Phrase): Phrase {
  let [fits, most] = [LEAST, LONGEST];
  while (fits < most) {
    const half = Math.ceil((fits + most) / 2);
    if (isFit(sentence(shortTo(half)))) fits = half;
    else most = half - 1;
  }
  return sentence(shortTo(fits));
}

function shortTo(most: number): Short {
  return (words) => cut(toGsm7(words).trim(), most);
}

function isFit(phrase: Phrase): boolean {
  return isWhole(
    typeof phrase === "string" ? phrase : { ...phrase, long: toGsm7(phrase.long).slice(0, LEFT) },
  );
}

/** Whether it fits one text with nothing cut. */
export function isWhole(phrase: Phrase): boolean {
  const parts = typeof phrase === "string" ? [phrase] : [phrase.before, phrase.long, phrase.after];
  return parts.reduce((sum, part) => sum + toGsm7(part).length, 0) <= ONE_SEGMENT;
}

/** How many of `items`, from `from` on, fit one text: at least one while there are any. */
export function shownOnPage<Item>(
  items: readonly Item[],
  from: number,
  most: number,
  fits: (page: readonly Item[], more: boolean) => boolean,
): number {
  const rest = items.slice(from);
  let shown = Math.min(1, rest.length);
  while (shown < Math.min(most, rest.length)) {
    const next = rest.slice(0, shown + 1);
    if (!fits(next, next.length < rest.length)) break;
    shown += 1;
  }
  return shown;
}
