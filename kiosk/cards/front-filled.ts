import type { Column } from "./column.ts";
import type { CardFace, SheetFacts } from "./face.ts";
import { type FactLine, factLines, ICON_MM, INDENT_MM } from "./fact-lines.ts";
import { icon } from "./icons.ts";
import { kindLabel } from "./kind-label.ts";
import { tidy } from "./latin.ts";
import { type Mark, mmOf } from "./mark.ts";
import { drawText, fitText, type TextBlock } from "./text-block.ts";
import { CAPITAL_EM } from "./width.ts";

const LABEL_GAP_MM = 2;
const FACT_GAP_MM = 1.6;
const WORDS_PT = [17, 15.5, 14, 12.5, 11, 10, 9, 8, 7.5];
/** Where words have to become smaller than this, the place gets one line only. */
const EASY_PT = 11;

/** What somebody needs or gives, in their own words; where and till when. */
export function filledFields(
  kind: "need" | "gift",
  face: CardFace,
  facts: SheetFacts,
  column: Column,
): readonly Mark[] {
  const { xMm, topMm, widthMm, heightMm } = column;
  const label = kindLabel(kind, facts.language, column);
  const wordsTopMm = topMm + label.heightMm + LABEL_GAP_MM;
  const [said, below] = roomiest(face, facts, { widthMm, heightMm: topMm + heightMm - wordsTopMm });
  const factsTopMm = wordsTopMm + said.heightMm + FACT_GAP_MM;
  return [
    ...label.marks,
    ...drawText(said, { xMm, topMm: wordsTopMm }),
    ...drawFacts(below, xMm, factsTopMm),
  ];
}

/** The words as large as may be, with two lines for a long place when that does not press them. */
function roomiest(
  face: CardFace,
  facts: SheetFacts,
  { widthMm, heightMm }: { readonly widthMm: number; readonly heightMm: number },
): readonly [TextBlock, readonly FactLine[]] {
  const layOut = (placeLines: 1 | 2) => {
    const below = factLines(face, facts, { widthMm, placeLines });
    const belowMm = below.reduce((sum, { block }) => sum + block.heightMm + FACT_GAP_MM, 0);
    const room = { widthMm, heightMm: heightMm - belowMm, sizesPt: WORDS_PT };
    return [fitText([{ words: tidy(face.words ?? ""), weight: "bold" }], room), below] as const;
  };
  const easy = layOut(2);
  return easy[0].sizePt >= EASY_PT ? easy : layOut(1);
}

function drawFacts(below: readonly FactLine[], xMm: number, topMm: number): readonly Mark[] {
  let atMm = topMm;
  return below.flatMap(({ name, block }) => {
    const capitalMm = mmOf(block.sizePt * CAPITAL_EM);
    const marks = [
      icon(name, { xMm, yMm: atMm - (ICON_MM - capitalMm) / 2, sizeMm: ICON_MM }),
      ...drawText(block, { xMm: xMm + INDENT_MM, topMm: atMm }),
    ];
    atMm += block.heightMm + FACT_GAP_MM;
    return marks;
  });
}
