/** Papers that cards are printed on: the sizes of their makers, from the upper left corner of the sheet. */
export const STOCKS = {
  "avery-5371": {
    page: { format: "letter", widthMm: 215.9, heightMm: 279.4 },
    card: { widthMm: 88.9, heightMm: 50.8 },
    columns: 2,
    rows: 5,
    first: { xMm: 19.05, yMm: 12.7 },
    pitch: { xMm: 88.9, yMm: 50.8 },
    isPreCut: true,
  },
  "c32011-10": {
    page: { format: "a4", widthMm: 210, heightMm: 297 },
    card: { widthMm: 85, heightMm: 54 },
    columns: 2,
    rows: 5,
    first: { xMm: 15, yMm: 13.5 },
    pitch: { xMm: 95, yMm: 54 },
    isPreCut: true,
  },
  "plain-letter": {
    page: { format: "letter", widthMm: 215.9, heightMm: 279.4 },
    card: { widthMm: 86, heightMm: 49 },
    columns: 2,
    rows: 5,
    first: { xMm: 19.95, yMm: 11.2 },
    pitch: { xMm: 90, yMm: 52 },
    isPreCut: false,
  },
  "plain-a4": {
    page: { format: "a4", widthMm: 210, heightMm: 297 },
    card: { widthMm: 86, heightMm: 51 },
    columns: 2,
    rows: 5,
    first: { xMm: 17, yMm: 13 },
    pitch: { xMm: 90, yMm: 55 },
    isPreCut: false,
  },
} as const satisfies Record<string, Stock>;

export type StockName = keyof typeof STOCKS;

export type Stock = {
  readonly page: { readonly format: "letter" | "a4"; readonly widthMm: number; readonly heightMm: number };
  readonly card: { readonly widthMm: number; readonly heightMm: number };
  readonly columns: number;
  readonly rows: number;
  readonly first: { readonly xMm: number; readonly yMm: number };
  readonly pitch: { readonly xMm: number; readonly yMm: number };
  /** Whether the paper is scored already; else it is cut along marks. */
  readonly isPreCut: boolean;
};

export type Place = {
  readonly page: number;
  readonly column: number;
  readonly row: number;
  readonly xMm: number;
  readonly yMm: number;
};

/** Where the card of this number (from 0) lies: row by row, from left to right. */
export function placeOf(stock: Stock, index: number): Place {
  const { columns, first, pitch } = stock;
  const onPage = index % cardsPerPage(stock);
  const column = onPage % columns;
  const row = Math.floor(onPage / columns);
  return {
    page: Math.floor(index / cardsPerPage(stock)),
    column,
    row,
    xMm: first.xMm + column * pitch.xMm,
    yMm: first.yMm + row * pitch.yMm,
  };
}

/** Where its back lies when the sheet is turned over its long edge. */
export function backPlaceOf(stock: Stock, index: number): Place {
  const front = placeOf(stock, index);
  return {
    ...front,
    column: stock.columns - 1 - front.column,
    xMm: stock.page.widthMm - front.xMm - stock.card.widthMm,
  };
}

export function cardsPerPage({ columns, rows }: Stock): number {
  return columns * rows;
}
