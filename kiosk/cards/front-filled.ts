import type { Column } from "./column.ts";
import type { CardFace, SheetFacts } from "./face.ts";
import { icon } from "./icons.ts";
import { kindLabel } from "./kind-label.ts";
import { tidy } from "./latin.ts";
import type { Mark } from "./mark.ts";
import { drawText, fitText, type TextBlock } from "./text-block.ts";
import { otherLanguage, words } from "./words.ts";

const WORDS_PT = [17, 15.5, 14, 12.5, 11, 10, 9, 8];
const FACT_PT = [8.5, 8, 7.5];
const ICON_MM = 3;
const INDENT_MM = 4.2;
const LABEL_GAP_MM = 2.2;
const GAP_MM = 1.6;
/** How much of the column place and time may take together. */
const FACTS_PART = 0.4;

/** What somebody needs or gives, in their own words; where and till when. */
export function filledFields(
  kind: "need" | "gift",
  face: CardFace,
  facts: SheetFacts,
  column: Column,
): readonly Mark[] {
  const label = kindLabel(kind, facts.language, column);
  const topMm = column.topMm + label.heightMm + LABEL_GAP_MM;
  const leftMm = column.topMm + column.heightMm - topMm;
  const below = factLines(face, facts, column.widthMm, leftMm * FACTS_PART);
  const belowMm = below.reduce((sum, { block }) => sum + block.heightMm + GAP_MM, 0);
  const said = fitText([{ words: tidy(face.words ?? ""), weight: "bold" }], {
    widthMm: column.widthMm,
    heightMm: leftMm - belowMm,
    sizesPt: WORDS_PT,
  });
  const marks = [...label.marks, ...drawText(said, { xMm: column.xMm, topMm })];
  let atMm = topMm + said.heightMm + GAP_MM;
  for (const { name, block } of below) {
    marks.push(icon(name, { xMm: column.xMm, yMm: atMm - (ICON_MM - 2.1) / 2, sizeMm: ICON_MM }));
    marks.push(...drawText(block, { xMm: column.xMm + INDENT_MM, topMm: atMm }));
    atMm += block.heightMm + GAP_MM;
  }
  return marks;
}

type FactLine = { readonly name: "place" | "until"; readonly block: TextBlock };

function factLines(
  { place, until }: CardFace,
  { language }: SheetFacts,
  widthMm: number,
  heightMm: number,
): readonly FactLine[] {
  const other = otherLanguage(language);
  const said = {
    place: tidy(place ?? ""),
    until:
      until && tidy(`${words[language].until} ${until[language]} · ${words[other].until} ${until[other]}`),
  };
  return (["place", "until"] as const).flatMap((name) => {
    if (!said[name]) return [];
    const room = { widthMm: widthMm - INDENT_MM, heightMm: heightMm / 2 - GAP_MM, sizesPt: FACT_PT };
    return [{ name, block: fitText([{ words: said[name], weight: "regular" }], room) }];
  });
}
