import type { Column } from "./column.ts";
import type { SheetFacts } from "./face.ts";
import { icon } from "./icons.ts";
import { label } from "./label.ts";
import type { Mark } from "./mark.ts";
import { otherLanguage, words } from "./words.ts";

const HEIGHT_MM = 6.2;
const ICON_MM = 4.4;
const PAD_MM = 1.4;
const LINE_MM = 0.35;

/** Black for a gift, outlined for a need: told apart across a table, without colours and without reading. */
export function kindLabel(
  kind: "need" | "gift",
  language: SheetFacts["language"],
  { xMm, topMm }: Column,
): { readonly marks: readonly Mark[]; readonly heightMm: number } {
  const ink = kind === "gift" ? "white" : "black";
  const middleMm = topMm + HEIGHT_MM / 2;
  const other = otherLanguage(language);
  const drawn = icon(kind, { xMm: xMm + PAD_MM, yMm: middleMm - ICON_MM / 2, sizeMm: ICON_MM, ink });
  const said = label({
    words: words[language][kind],
    weight: "bold",
    sizePt: 11,
    xMm: xMm + 2 * PAD_MM + ICON_MM,
    middleMm,
    ink,
  });
  const widthMm = said.xMm + said.widthMm + PAD_MM * 1.3 - xMm;
  const also = label({
    words: words[other][kind].toLowerCase(),
    weight: "regular",
    sizePt: 8.5,
    xMm: xMm + widthMm + 2,
    middleMm,
    language: other,
  });
  return { heightMm: HEIGHT_MM, marks: [box(kind, { xMm, topMm, widthMm }), drawn, said, also] };
}

function box(
  kind: "need" | "gift",
  { xMm, topMm, widthMm }: { readonly xMm: number; readonly topMm: number; readonly widthMm: number },
): Mark {
  const line = kind === "gift" ? null : LINE_MM;
  const inset = (line ?? 0) / 2;
  const path = roundBox(widthMm - 2 * inset, HEIGHT_MM - 2 * inset);
  return { kind: "shape", path, xMm: xMm + inset, yMm: topMm + inset, unitMm: 1, line, ink: "black" };
}

function roundBox(width: number, height: number, corner = 1.1): string {
  const [w, h] = [width - 2 * corner, height - 2 * corner].map((each) => each.toFixed(3));
  const turn = (x: number, y: number) => `a${corner} ${corner} 0 0 1 ${x} ${y}`;
  return `M${corner} 0h${w}${turn(corner, corner)}v${h}${turn(-corner, corner)}h-${w}${turn(-corner, -corner)}v-${h}${turn(corner, -corner)}z`;
}
