import PDFDocument from "pdfkit";
import { isLatin } from "./latin.ts";

export const FONTS = { regular: "Helvetica", bold: "Helvetica-Bold" } as const;
export type Weight = keyof typeof FONTS;

/** Capitals of Helvetica, and what hangs below the line, as a part of the size. */
export const CAPITAL_EM = 0.718;
export const DESCENT_EM = 0.207;

/** What a sign of another script takes in the broadest of the usual fonts. */
const OTHER_EM = 0.8;
const WIDE_EM = 1.05;
const PICTURE_EM = 1.4;
const WIDE =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303f\uff00-\uff60]/u;
const PICTURE = /^[\p{Extended_Pictographic}\p{Regional_Indicator}]/u;

const graphemes = new Intl.Segmenter("und", { granularity: "grapheme" });
let ruler: PDFKit.PDFDocument | undefined;

/** How wide words are at size 1: exact for Latin letters, generous for all others. */
export function widthEm(words: string, weight: Weight): number {
  if (isLatin(words)) return latinEm(words, weight);
  return signsOf(words).reduce((sum, sign) => sum + signEm(sign, weight), 0);
}

/** What a reader takes for one sign each, with its accents and joiners. */
export function signsOf(words: string): readonly string[] {
  return isLatin(words) ? [...words] : Array.from(graphemes.segment(words), ({ segment }) => segment);
}

/** Whether a line may end between any two of its signs. */
export function isWide(words: string): boolean {
  return WIDE.test(words);
}

function signEm(sign: string, weight: Weight): number {
  if (isLatin(sign)) return latinEm(sign, weight);
  if (PICTURE.test(sign)) return PICTURE_EM;
  return WIDE.test(sign) ? WIDE_EM : OTHER_EM;
}

function latinEm(words: string, weight: Weight): number {
  ruler ??= new PDFDocument({ autoFirstPage: false });
  return ruler.font(FONTS[weight]).fontSize(1).widthOfString(words);
}
