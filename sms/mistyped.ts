import { distance } from "fastest-levenshtein";
import { isSwapped } from "#server/matching/know/swapped.ts";
import { REAL_WORDS } from "#sms/common-words.ts";

/**
 * The keywords that `word` may have been meant for: the same first letter, and one letter wrong, missing,
 * too many, or swapped with its neighbour. Real words are themselves, never somebody's typo.
 */
export function meantBy(word: string, keywords: readonly string[]): readonly string[] {
  if (word.length < 3 || REAL_WORDS.has(word)) return [];
  return keywords.filter((keyword) => isOneOff(word, keyword));
}

function isOneOff(word: string, keyword: string): boolean {
  if (keyword.length < 4 || word[0] !== keyword[0]) return false;
  if (Math.abs(word.length - keyword.length) > 1) return false;
  return distance(word, keyword) === 1 || isSwapped(word, keyword);
}
