import { isCode } from "#server/domain/card-code.ts";
import { COURTESIES } from "#sms/common-words.ts";
import type { Word } from "#sms/fold.ts";

/** Said between a command and its number: "drop my post no. 47". */
const BEFORE_NUMBER = new Set(
  "no num number numero nr post need gift line my the with for it el la mi con de necesidad regalo linea".split(
    " ",
  ),
);

/** A number, the word that it is, and the words after it. */
export type NamedNumber = { readonly number: number; readonly at: Word; readonly after: readonly Word[] };

/** The number that a command names, first of its words. */
export function readNumber(words: readonly Word[]): NamedNumber | null {
  const index = words.findIndex((word) => !BEFORE_NUMBER.has(word.text));
  const at = words[index];
  if (at === undefined || !/^[0-9]{1,6}$/.test(at.text)) return null;
  return { number: Number(at.text), at, after: words.slice(index + 1) };
}

const BEFORE_DIGIT = new Set([
  "reply",
  "press",
  "option",
  "no",
  "number",
  "opcion",
  "responde",
  "numero",
  "the",
]);

/** One digit alone, or with courtesies around it: "1.", "(1)", "1 please", "reply 1". */
export function readDigit(words: readonly Word[]): number | null {
  if (words.length > 5) return null;
  const at = BEFORE_DIGIT.has(words[0]?.text ?? "") ? 1 : 0;
  const [digit, ...others] = words.slice(at);
  if (digit === undefined || !/^[0-9]$/.test(digit.text)) return null;
  return others.every((word) => COURTESIES.has(word.text)) ? Number(digit.text) : null;
}

const CODE_LENGTH = 11;
const ONLY_DIGITS = /^[\s#*(]*\d(?:[\s.–—-]*\d){6,13}[\s.!)]*$/;
const CODE = /^[\s"'“”‘’#(*>:.-]*((?:[0-9OoIl][\s.–—-]*){11})(?![0-9A-Za-z])/;

/**
 * A card's code at the start of `text`, O and l forgiven for 0 and 1, and what follows it. A text of nothing but 7 to
 * 14 digits is a code with a digit too many or too few: returned as it is, for the check of codes to refuse.
 */
export function readCode(text: string): { code: string; words: string } | null {
  const match = CODE.exec(text);
  const written = match?.[1]?.replace(/[\s.–—-]/g, "");
  if (match === null || written === undefined) {
    return ONLY_DIGITS.test(text) ? { code: text.replace(/\D/g, ""), words: "" } : null;
  }
  const code = written.replace(/[Oo]/g, "0").replace(/[Il]/g, "1");
  // "I" and "O" are words too: most of a code is digits, or its check digit fits.
  if (written.replace(/\D/g, "").length < CODE_LENGTH - 3 && !isCode(code)) return null;
  return { code, words: text.slice(match[0].length).replace(/^[\s:;,.)\]"”!-]+/, "") };
}

const SIGN = "n(?:o|um|umber|umero|úmero|r|[º°])\\b[.:]?\\s*";
const RELAY = new RegExp(
  `^[\\s"'“”‘’#(*>¡¿.:-]*(?:${SIGN})?[#№(\\s]*([1-9][0-9]{1,5})(?![0-9\\p{L}%$€])([^]*)$`,
  "iu",
);
const TIME = /^(?:[:.,/'-]\d|\s*(?:am|pm|a\.m|p\.m|o'?clock|min|mins|minutes|minutos)\b)/i;
const PHONE = /^[\s.)-]*\d{3}[\s.-]*\d{4}\b/;

/** Words to the other side of an introduction: its number first. "10:30 is fine" and "10 am" are times, not that. */
export function readRelay(text: string): { number: number; words: string } | null {
  const match = RELAY.exec(text);
  if (match === null) return null;
  const [, digits = "", rest = ""] = match;
  if (TIME.test(rest) || PHONE.test(rest)) return null;
  return { number: Number(digits), words: rest.replace(/^[\s:;,.)\]–—-]+/, "").trimEnd() };
}
