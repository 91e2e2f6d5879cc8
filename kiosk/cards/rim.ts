import { cropMarks } from "./crop-marks.ts";
import type { CardFace, SheetFacts } from "./face.ts";
import { label } from "./label.ts";
import { tidy } from "./latin.ts";
import { line, type Mark } from "./mark.ts";
import { STOCKS, type Stock } from "./stocks.ts";
import { otherLanguage, words } from "./words.ts";

const RULER_MM = 50;
const SIZE_PT = 6.5;
/** From the cards to the middle of a line in the margin: no printer leaves that white. */
const APART_MM = 5.6;

type Sheet = { readonly page: number; readonly pages: number; readonly faces: readonly CardFace[] };

/** Around the cards: a ruler to measure the print with, which sheet this is, and where to cut. */
export function rimOf(facts: SheetFacts, sheet: Sheet): readonly Mark[] {
  const stock = STOCKS[facts.stock];
  return [
    sheetName(facts, stock, sheet),
    ...ruler(facts, stock),
    ...(stock.isPreCut ? [] : cropMarks(stock)),
  ];
}

function ruler({ language }: SheetFacts, stock: Stock): readonly Mark[] {
  const { first, rows, pitch, card } = stock;
  const middleMm = first.yMm + (rows - 1) * pitch.yMm + card.heightMm + APART_MM;
  const ticks = Array.from({ length: RULER_MM / 10 + 1 }, (_, at) => {
    const tallMm = at % 5 === 0 ? 3 : 1.4;
    return line(first.xMm + at * 10, middleMm - tallMm / 2, { dy: tallMm });
  });
  const said = [language, otherLanguage(language)].map((each) => words[each].ruler).join(" · ");
  const xMm = first.xMm + RULER_MM + 2;
  return [
    line(first.xMm, middleMm, { dx: RULER_MM }),
    ...ticks,
    label({ words: said, weight: "regular", sizePt: SIZE_PT, xMm, middleMm }),
  ];
}

function sheetName({ language, stock: name, nudge }: SheetFacts, { first }: Stock, sheet: Sheet): Mark {
  const { page, pages, faces } = sheet;
  const serials = [faces[0], faces.at(-1)].map((face) => tidy(face?.serial ?? ""));
  const isMoved = nudge.xMm !== 0 || nudge.yMm !== 0;
  const moved = isMoved ? ` · ${words[language].nudge} ${signed(nudge.xMm)} / ${signed(nudge.yMm)} mm` : "";
  const said = `${words[language].sheet} ${page + 1} / ${pages} · ${serials.join(" – ")} · ${name}${moved}`;
  return label({
    words: said,
    weight: "regular",
    sizePt: SIZE_PT,
    xMm: first.xMm,
    middleMm: first.yMm - APART_MM,
  });
}

function signed(mm: number): string {
  return `${mm < 0 ? "–" : "+"}${Math.abs(mm).toFixed(1)}`;
}
