import anyAscii from "any-ascii";

/** What the fonts that every PDF reader has can show (Windows-1252), as far as it is printed. */
const LATIN = /^[ -~\u00a0-\u00ac\u00ae-\u00ff€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]*$/;
const SPACES = /[\s\p{Cc}]+/gu;
/** Signs that hide, or that turn the words around them; the two joiners belong to letters. */
const UNSEEN = /(?![\u200c\u200d])\p{Cf}/gu;

export function isLatin(words: string): boolean {
  return LATIN.test(words);
}

/** What somebody wrote, as one line. */
export function tidy(words: string): string {
  return words.toWellFormed().normalize("NFC").replace(UNSEEN, "").replace(SPACES, " ").trim();
}

/** A number whose end stands on the next line is texted wrongly: its spaces are no places to break a line. */
export function unbroken(number: string): string {
  return tidy(number).replaceAll(" ", "\u00a0");
}

/** The same words in letters that a PDF can show without a font of its own; pictures are left out. */
export function inLatin(words: string): string {
  return isLatin(words) ? words : tidy([...tidy(words)].map(latinOf).join(""));
}

function latinOf(char: string): string {
  if (isLatin(char)) return char;
  const ascii = anyAscii(char);
  // A name between colons is how any-ascii spells a picture.
  return /^:[^:]+:$/.test(ascii) || !isLatin(ascii) ? "" : ascii;
}
