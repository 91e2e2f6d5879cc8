/** One word of a text: folded for comparing, with its place in the text so that the rest stays as written. */
export type Word = { readonly text: string; readonly start: number; readonly end: number };

const ASCII = /^[\x20-\x7e]*$/;
const PLAIN_WORD = /[0-9]+|[a-z][a-z'`]*/gi;
const ANY_WORD = /[0-9]+|\p{L}[\p{L}\p{M}'’‘ʼ`´]*/gu;
const APOSTROPHES = /['’‘ʼ`´]/g;
// Controls, direction marks and joiners that phones and copy-paste leave in a text; a joiner inside an emoji stays.
const INVISIBLE = /[\p{Cc}\u00ad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff]+|\s+/gu;
// Arabic, Persian and full-width digits, as some keyboards send them.
const OTHER_DIGITS = /[\u0660-\u0669\u06f0-\u06f9\uff10-\uff19]/g;

/** The text on one line, without what cannot be seen. */
export function clean(body: string): string {
  if (ASCII.test(body)) return body.trim().replace(/ {2,}/g, " ");
  return body
    .normalize("NFC")
    .replace(INVISIBLE, " ")
    .replace(OTHER_DIGITS, (digit) => String(digit.charCodeAt(0) & 0x0f))
    .trim();
}

/** Lower case, no accents, no apostrophes: "¡Mañana" and "he's" compare as "manana" and "hes". */
export function fold(word: string): string {
  if (ASCII.test(word)) return word.toLowerCase().replace(APOSTROPHES, "");
  return word.normalize("NFKD").replace(/\p{M}/gu, "").replace(APOSTROPHES, "").toLowerCase();
}

/** The words and numbers of a cleaned text. "need2" is two of them. */
export function wordsOf(text: string): readonly Word[] {
  const words: Word[] = [];
  for (const match of text.matchAll(ASCII.test(text) ? PLAIN_WORD : ANY_WORD)) {
    const folded = fold(match[0]);
    if (folded !== "") words.push({ text: folded, start: match.index, end: match.index + match[0].length });
  }
  return words;
}

const LEADING_JUNK = /^[\s:;,.!?)\]}>"'”’*=~_–—-]+/;
const OPENING_QUOTE = /^[^\p{L}\p{N}]*["“«*]/u;
const CLOSING_QUOTE = /["”»*]+[.!]?$/;

/** What follows `word` in the text, as it was written. */
export function wordsAfter(text: string, word: Word): string {
  const rest = text.slice(word.end).replace(LEADING_JUNK, "").trimEnd();
  return OPENING_QUOTE.test(text) ? rest.replace(CLOSING_QUOTE, "") : rest;
}
