import type { Language } from "#server/domain/language.ts";
import type { Qr } from "./qr.ts";
import type { Weight } from "./width.ts";

/** What is drawn, the same on paper and in a browser. Millimetres from the upper left corner of what it belongs to. */
export type Mark =
  | {
      readonly kind: "words";
      readonly words: string;
      /** Left end of the line on which the letters stand. */
      readonly xMm: number;
      readonly yMm: number;
      readonly sizePt: number;
      readonly weight: Weight;
      readonly widthMm: number;
      readonly ink: Ink;
      /** Null: that of the sheet. */
      readonly language: Language | null;
    }
  | {
      readonly kind: "shape";
      /** As SVG writes it, in units of `unitMm`. */
      readonly path: string;
      readonly xMm: number;
      readonly yMm: number;
      readonly unitMm: number;
      /** Of the line, in the path's units; null: filled. */
      readonly line: number | null;
      readonly ink: Ink;
    }
  | {
      readonly kind: "qr";
      readonly qr: Qr;
      readonly xMm: number;
      readonly yMm: number;
      readonly moduleMm: number;
    };

export type Ink = "black" | "white";

const MM_PER_PT = 25.4 / 72;

export function mmOf(pt: number): number {
  return pt * MM_PER_PT;
}

export function ptOf(mm: number): number {
  return mm / MM_PER_PT;
}

/** A straight line of this width. */
export function line(
  xMm: number,
  yMm: number,
  to: { readonly dx?: number; readonly dy?: number },
  lineMm = 0.2,
): Mark {
  const { dx = 0, dy = 0 } = to;
  return { kind: "shape", path: `M0 0l${dx} ${dy}`, xMm, yMm, unitMm: 1, line: lineMm, ink: "black" };
}

/** The same marks elsewhere. */
export function moved(
  marks: readonly Mark[],
  by: { readonly xMm: number; readonly yMm: number },
): readonly Mark[] {
  return marks.map((mark) => ({ ...mark, xMm: mark.xMm + by.xMm, yMm: mark.yMm + by.yMm }));
}
