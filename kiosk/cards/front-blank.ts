import type { Language } from "#server/domain/language.ts";
import type { Column } from "./column.ts";
import { line, type Mark, moved } from "./mark.ts";
import { drawText, fitText } from "./text-block.ts";
import { type TickBox, tickBox } from "./tick-box.ts";
import { otherLanguage, words } from "./words.ts";

const LABEL_PT = [8, 7.5, 7, 6.5];
const LEAST_GAP_MM = 2;
const HEAD_MM = 6;
const CAPTION_PT = [6, 5.5];
const CAPTION_MM = 2.6;
const CAPTION_GAP_MM = 0.9;

/** For a pen: a box to tick for need or gift, and lines to write on. */
export function blankFields(language: Language, column: Column): readonly Mark[] {
  const { topMm, heightMm } = column;
  return [
    ...tickBoxes(language, column),
    ...penLines(language, { ...column, topMm: topMm + HEAD_MM, heightMm: heightMm - HEAD_MM }),
  ];
}

/** Both in one row, as large as it holds them, the second in the middle where there is room. */
function tickBoxes(language: Language, { xMm, topMm, widthMm }: Column): readonly Mark[] {
  const pairs = LABEL_PT.map((sizePt): readonly [TickBox, TickBox] => [
    tickBox("need", language, { xMm, topMm, sizePt }),
    tickBox("gift", language, { xMm, topMm, sizePt }),
  ]);
  const fits = pairs.find(([need, gift]) => need.widthMm + LEAST_GAP_MM + gift.widthMm <= widthMm);
  const [need, gift] = fits ?? pairs.at(-1) ?? [];
  if (!need || !gift) return [];
  const byMm = Math.min(widthMm - gift.widthMm, Math.max(widthMm / 2, need.widthMm + LEAST_GAP_MM));
  return [...need.marks, ...moved(gift.marks, { xMm: byMm, yMm: 0 })];
}

/** Two lines for what it is, one for the rest; what belongs there stands below in small letters. */
function penLines(language: Language, { xMm, topMm, widthMm, heightMm }: Column): readonly Mark[] {
  const other = otherLanguage(language);
  const captions = [null, "what", "whereWhoUntil"] as const;
  const pitchMm = heightMm / captions.length;
  return captions.flatMap((caption, row) => {
    const yMm = topMm + pitchMm * (row + 1) - CAPTION_MM;
    const rule = line(xMm, yMm, { dx: widthMm });
    if (caption === null) return [rule];
    const said = `${words[language][caption]} · ${words[other][caption]}`;
    const room = { widthMm, heightMm: CAPTION_MM, sizesPt: CAPTION_PT };
    const block = fitText([{ words: said, weight: "regular" }], room);
    return [rule, ...drawText(block, { xMm, topMm: yMm + CAPTION_GAP_MM })];
  });
}
