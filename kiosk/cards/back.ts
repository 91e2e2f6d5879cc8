import type { Language } from "#server/domain/language.ts";
import { type Column, MARGIN_MM } from "./column.ts";
import type { SheetFacts } from "./face.ts";
import { label } from "./label.ts";
import { line, type Mark, mmOf } from "./mark.ts";
import { type Step, stepsOf } from "./steps.ts";
import { STOCKS } from "./stocks.ts";
import { drawText, fitText } from "./text-block.ts";
import { CAPITAL_EM } from "./width.ts";
import { otherLanguage, words } from "./words.ts";

type Half = Column & { readonly language: Language; readonly steps: readonly Step[] };

const GUTTER_MM = 5;
const HEADING_PT = 9.5;
const HEADING_MM = 5.4;
const INDENT_MM = 3.6;
const SIZES_PT = [8.5, 8, 7.5, 7, 6.5, 6];
const GAP_EM = 0.5;

/** The back of a card: what to do, in both languages side by side. Nothing on it has to lie where the front lies. */
export function backOf(
  { language, number, stock }: SheetFacts,
  { isBlank }: { readonly isBlank: boolean },
): readonly Mark[] {
  const { card } = STOCKS[stock];
  const widthMm = (card.widthMm - 2 * MARGIN_MM - GUTTER_MM) / 2;
  const heightMm = card.heightMm - 2 * MARGIN_MM;
  const halves = [language, otherLanguage(language)].map((each, at): Half => {
    const steps = stepsOf(each, { isBlank, number });
    return {
      language: each,
      steps,
      xMm: MARGIN_MM + at * (widthMm + GUTTER_MM),
      topMm: MARGIN_MM,
      widthMm,
      heightMm,
    };
  });
  const tries = SIZES_PT.map((sizePt) => halves.map((half) => drawHalf(half, sizePt)));
  const best =
    tries.find((each) => each.every(({ endMm }) => endMm <= MARGIN_MM + heightMm)) ?? tries.at(-1) ?? [];
  const fold = line(card.widthMm / 2, MARGIN_MM, { dy: heightMm });
  return [fold, ...best.flatMap(({ marks }) => marks)];
}

function drawHalf(half: Half, sizePt: number): { readonly marks: readonly Mark[]; readonly endMm: number } {
  const { language, xMm, topMm, widthMm, heightMm } = half;
  const heading = label({
    words: words[language].whatToDo,
    weight: "bold",
    sizePt: HEADING_PT,
    xMm,
    middleMm: topMm + mmOf(HEADING_PT * CAPITAL_EM) / 2,
    language,
  });
  const marks: Mark[] = [heading];
  let endMm = topMm + HEADING_MM;
  half.steps.forEach((step, at) => {
    if (at > 0) endMm += mmOf(sizePt * GAP_EM);
    const number = fitText([{ words: `${at + 1}`, weight: "bold" }], {
      widthMm,
      heightMm,
      sizesPt: [sizePt],
    });
    const said = fitText(step, { widthMm: widthMm - INDENT_MM, heightMm, sizesPt: [sizePt] });
    marks.push(...drawText(number, { xMm, topMm: endMm, language }));
    marks.push(...drawText(said, { xMm: xMm + INDENT_MM, topMm: endMm, language }));
    endMm += said.heightMm;
  });
  return { marks, endMm };
}
