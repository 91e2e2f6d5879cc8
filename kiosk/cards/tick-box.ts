import type { Language } from "#server/domain/language.ts";
import { icon } from "./icons.ts";
import { label } from "./label.ts";
import type { Mark } from "./mark.ts";
import { otherLanguage, words } from "./words.ts";

export type TickBox = { readonly marks: readonly Mark[]; readonly widthMm: number };

const TICK_MM = 3.8;
const ICON_MM = 4;
const GAP_MM = 0.8;
const LINE_MM = 0.3;
const OTHER_PT = 6.5;

/** A box for a pen, with the icon and the word in both languages, one above the other. */
export function tickBox(
  kind: "need" | "gift",
  language: Language,
  at: { readonly xMm: number; readonly topMm: number; readonly sizePt: number },
): TickBox {
  const { xMm, topMm, sizePt } = at;
  const other = otherLanguage(language);
  const middleMm = topMm + TICK_MM / 2;
  const iconXMm = xMm + TICK_MM + GAP_MM;
  const wordsXMm = iconXMm + ICON_MM + GAP_MM;
  const said = label({
    words: words[language][kind],
    weight: "bold",
    sizePt,
    xMm: wordsXMm,
    middleMm: middleMm - 0.9,
  });
  const also = label({
    words: words[other][kind].toLowerCase(),
    weight: "regular",
    sizePt: OTHER_PT,
    xMm: wordsXMm,
    middleMm: middleMm + 1.8,
    language: other,
  });
  const inset = LINE_MM / 2;
  const side = TICK_MM - LINE_MM;
  const path = `M0 0h${side}v${side}h-${side}z`;
  return {
    widthMm: wordsXMm + Math.max(said.widthMm, also.widthMm) - xMm,
    marks: [
      { kind: "shape", path, xMm: xMm + inset, yMm: topMm + inset, unitMm: 1, line: LINE_MM, ink: "black" },
      icon(kind, { xMm: iconXMm, yMm: middleMm - ICON_MM / 2, sizeMm: ICON_MM }),
      said,
      also,
    ],
  };
}
