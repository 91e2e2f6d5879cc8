import type { Language } from "#server/domain/language.ts";
import type { Column } from "./column.ts";
import { icon } from "./icons.ts";
import { label } from "./label.ts";
import { line, type Mark } from "./mark.ts";
import { drawText, fitText } from "./text-block.ts";
import { otherLanguage, words } from "./words.ts";

const TICK_MM = 4;
const ICON_MM = 4.4;
const GAP_MM = 1;
const HEAD_MM = 6.2;
const CAPTION_PT = [6, 5.5];
const CAPTION_GAP_MM = 0.9;

/** For a pen: a box to tick for need or gift, and lines to write on. */
export function blankFields(language: Language, column: Column): readonly Mark[] {
  const need = tickBox("need", language, column.xMm, column.topMm);
  const gift = tickBox("gift", language, 0, column.topMm);
  // As far apart as the column lets them be.
  const giftXMm = column.xMm + Math.min(column.widthMm - gift.widthMm, column.widthMm / 2 + 2);
  return [
    ...need.marks,
    ...tickBox("gift", language, giftXMm, column.topMm).marks,
    ...penLines(language, { ...column, topMm: column.topMm + HEAD_MM, heightMm: column.heightMm - HEAD_MM }),
  ];
}

function tickBox(
  kind: "need" | "gift",
  language: Language,
  xMm: number,
  topMm: number,
): { readonly marks: readonly Mark[]; readonly widthMm: number } {
  const middleMm = topMm + TICK_MM / 2;
  const other = otherLanguage(language);
  const iconXMm = xMm + TICK_MM + GAP_MM;
  const wordsXMm = iconXMm + ICON_MM + GAP_MM;
  const said = label({
    words: words[language][kind],
    weight: "bold",
    sizePt: 7.5,
    xMm: wordsXMm,
    middleMm: middleMm - 0.9,
  });
  const also = label({
    words: words[other][kind].toLowerCase(),
    weight: "regular",
    sizePt: 6.5,
    xMm: wordsXMm,
    middleMm: middleMm + 1.7,
    language: other,
  });
  const box = `M0 0h${TICK_MM}v${TICK_MM}h-${TICK_MM}z`;
  return {
    widthMm: wordsXMm + Math.max(said.widthMm, also.widthMm) - xMm,
    marks: [
      { kind: "shape", path: box, xMm, yMm: topMm, unitMm: 1, line: 0.3, ink: "black" },
      icon(kind, { xMm: iconXMm, yMm: middleMm - ICON_MM / 2, sizeMm: ICON_MM }),
      said,
      also,
    ],
  };
}

/** Two lines for what it is, one for the rest; what belongs there stands below in small letters. */
function penLines(language: Language, { xMm, topMm, widthMm, heightMm }: Column): readonly Mark[] {
  const other = otherLanguage(language);
  const captions = [null, "what", "whereWhoUntil"] as const;
  const pitchMm = heightMm / captions.length;
  return captions.flatMap((caption, row) => {
    const yMm = topMm + pitchMm * (row + 1) - 2.6;
    const rule = line(xMm, yMm, { dx: widthMm });
    if (caption === null) return [rule];
    const said = `${words[language][caption]} · ${words[other][caption]}`;
    const block = fitText([{ words: said, weight: "regular" }], {
      widthMm,
      heightMm: 2.2,
      sizesPt: CAPTION_PT,
    });
    return [rule, ...drawText(block, { xMm, topMm: yMm + CAPTION_GAP_MM })];
  });
}
