import type { Column } from "./column.ts";
import type { SheetFacts } from "./face.ts";
import { unbroken } from "./latin.ts";
import type { Part } from "./lines.ts";
import { line, type Mark } from "./mark.ts";
import { drawText, fitText } from "./text-block.ts";
import { otherLanguage, words } from "./words.ts";

const SIZES_PT = [7.5, 7];
const OTHER_SIZES_PT = [7, 6.5];
const RULE_GAP_MM = 1.8;
const GAP_MM = 1;

/** What to do with a card, at the foot of its column: in the sheet's language, and shortly in the other one. */
export function howTo(
  { language, number }: SheetFacts,
  column: Column,
  { isRuled }: { readonly isRuled: boolean },
): { readonly marks: readonly Mark[]; readonly heightMm: number } {
  const other = otherLanguage(language);
  const room = { widthMm: column.widthMm, heightMm: column.heightMm / 3 };
  const main = fitText(mainParts(language, number), { ...room, sizesPt: SIZES_PT });
  const short = fitText(plain(number === null ? words[other].bring : words[other].shortText), {
    ...room,
    sizesPt: OTHER_SIZES_PT,
  });
  const heightMm = RULE_GAP_MM + main.heightMm + GAP_MM + short.heightMm;
  const bottomMm = column.topMm + column.heightMm;
  const { xMm } = column;
  return {
    heightMm,
    marks: [
      ...(isRuled ? [line(xMm, bottomMm - heightMm, { dx: column.widthMm })] : []),
      ...drawText(main, { xMm, topMm: bottomMm - short.heightMm - GAP_MM - main.heightMm }),
      ...drawText(short, { xMm, topMm: bottomMm - short.heightMm, language: other }),
    ],
  };
}

function mainParts(language: SheetFacts["language"], number: string | null): readonly Part[] {
  const said = words[language];
  if (number === null) return plain(said.bring);
  return [...plain(said.textTo), { words: unbroken(number), weight: "bold" }, ...plain(said.orBring)];
}

function plain(said: string): readonly Part[] {
  return [{ words: said, weight: "regular" }];
}
