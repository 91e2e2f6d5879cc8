import anyAscii from "any-ascii";

/** The basic GSM-7 characters (3GPP TS 23.038), without the line breaks: one septet each. */
const BASIC =
  "@£$¥èéùìòÇØøÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";
const IS_BASIC: ReadonlySet<string> = new Set(BASIC);
const PLAIN = /^[ !"#$%&'()*+,\-./0-9:;<=>?@A-Z_a-z¡¿éñüÉÑÜ]*$/;

// The extension characters cost two septets each; near ones of the basic set read as well.
const INSTEAD: Readonly<Record<string, string>> = {
  "[": "(",
  "]": ")",
  "{": "(",
  "}": ")",
  "|": "/",
  "\\": "/",
  "~": "-",
  "^": "",
  "`": "'",
  "€": "EUR",
};
const PICTURES =
  /\p{Extended_Pictographic}|\p{Emoji_Modifier}|\p{Regional_Indicator}|[\u200d\u20e3\ufe0e\ufe0f\u{e0020}-\u{e007f}]/gu;
const SPACES = /[\s\p{Cc}]+/gu;

/** `text` in basic GSM-7 characters on one line: accents kept where the phone alphabet has them, pictures left out. */
export function toGsm7(text: string): string {
  if (PLAIN.test(text)) return text;
  let out = "";
  for (const char of text.normalize("NFC").replace(PICTURES, "").replace(SPACES, " ")) out += toBasic(char);
  return out.replace(/ {2,}/g, " ");
}

function toBasic(char: string): string {
  if (IS_BASIC.has(char)) return char;
  const instead = INSTEAD[char];
  if (instead !== undefined) return instead;
  const ascii = anyAscii(char);
  // A name between colons is how any-ascii spells a picture.
  if (/^:[^:]+:$/.test(ascii)) return "";
  return [...ascii].map((part) => (IS_BASIC.has(part) ? part : (INSTEAD[part] ?? ""))).join("");
}

/** Quotes, dashes and dots that phones put in by themselves, as the ones that were typed: the words stay the same. */
export function plainPunctuation(text: string): string {
  return text
    .replace(/[‘’‚‛ʼ′]/g, "'")
    .replace(/[“”„‟″]/g, '"')
    .replace(/[‐-―−]/g, "-")
    .replace(/…/g, "...")
    .replace(/[\u00a0\u2000-\u200a\u202f\u205f\u3000]/g, " ");
}
