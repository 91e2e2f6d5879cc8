/** Where words may stand: from its upper left corner. */
export type Column = {
  readonly xMm: number;
  readonly topMm: number;
  readonly widthMm: number;
  readonly heightMm: number;
};

/** Paper slips in the printer, and knives beside their marks: so far from the edge nothing is lost. */
export const MARGIN_MM = 4;
