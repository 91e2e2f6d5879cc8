import { COURTESIES } from "#sms/common-words.ts";
import { clean, wordsOf } from "#sms/fold.ts";
import { readNumber } from "#sms/numbers.ts";

/** Which group somebody means: all there are, one by its number, or what fits these words. */
export type MeantGroup =
  | { readonly kind: "all" }
  | { readonly kind: "number"; readonly number: number }
  | { readonly kind: "words"; readonly words: string };

const ALL = new Set("all list todos todas lista every any s".split(" "));
const JOINING = new Set("join in into unirme entrar group grupo the el la to a al del".split(" "));

/** Reads what follows GROUP or LEAVE. */
export function readGroup(said: string): MeantGroup {
  const text = clean(said);
  const words = wordsOf(text).filter(({ text }) => !COURTESIES.has(text) && !JOINING.has(text));
  if (words.every((word) => ALL.has(word.text))) return { kind: "all" };
  const named = readNumber(words);
  if (named && named.after.length === 0) return { kind: "number", number: named.number };
  return { kind: "words", words: text };
}
