import type { CardFace, SheetFacts } from "./face.ts";
import { tidy } from "./latin.ts";
import { fitText, heightMmOf, type TextBlock } from "./text-block.ts";
import { otherLanguage, words } from "./words.ts";

/** One fact behind an icon of its own, which says what it is about in any language. */
export type FactLine = { readonly name: "place" | "until"; readonly block: TextBlock };

export const ICON_MM = 3;
export const INDENT_MM = 4.2;
const SIZES_PT = [8.5, 8, 7.5, 7];
const LARGEST_PT = 8.5;

/** Where or whom to ask, and until when; what is not known takes no line. */
export function factLines(
  face: CardFace,
  { language }: SheetFacts,
  { widthMm, placeLines }: { readonly widthMm: number; readonly placeLines: 1 | 2 },
): readonly FactLine[] {
  const set = (said: string, lines: number) =>
    fitText([{ words: said, weight: "regular" }], {
      widthMm: widthMm - INDENT_MM,
      heightMm: heightMmOf(lines, LARGEST_PT),
      sizesPt: SIZES_PT,
    });
  const facts: FactLine[] = [];
  const place = tidy(face.place ?? "");
  if (place !== "") facts.push({ name: "place", block: set(place, placeLines) });
  if (face.until !== null) {
    const other = otherLanguage(language);
    const [here, there] = [language, other].map((each) => `${words[each].until} ${face.until?.[each]}`);
    const both = set(tidy(`${here} · ${there}`), 1);
    facts.push({ name: "until", block: both.isCut ? set(tidy(here ?? ""), 1) : both });
  }
  return facts;
}
