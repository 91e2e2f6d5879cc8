import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { backPlaceOf, cardsPerPage, placeOf, STOCKS } from "#kiosk/cards/stocks.ts";
import { STOCK_NAMES } from "./faces.ts";

const anyStock = fc.constantFrom(...STOCK_NAMES).map((name) => STOCKS[name]);
const anyIndex = fc.nat({ max: 2000 });

test("cards lie where the makers of the paper cut them", () => {
  expect(placeOf(STOCKS["avery-5371"], 0)).toEqual({ page: 0, column: 0, row: 0, xMm: 19.05, yMm: 12.7 });
  const last = placeOf(STOCKS["avery-5371"], 19);
  expect(last).toMatchObject({ page: 1, column: 1, row: 4 });
  expect([last.xMm / 25.4, last.yMm / 25.4]).toEqual([expect.closeTo(4.25), expect.closeTo(8.5)]);
  expect(placeOf(STOCKS["c32011-10"], 3)).toEqual({ page: 0, column: 1, row: 1, xMm: 110, yMm: 67.5 });
});

describe("on any stock", () => {
  test("every card is on its sheet, and no two of a sheet touch each other's ground", () => {
    const check = fc.property(anyStock, anyIndex, anyIndex, (stock, one, two) => {
      const [a, b] = [placeOf(stock, one), placeOf(stock, two)];
      const { card, page } = stock;
      expect(a.xMm).toBeGreaterThanOrEqual(0);
      expect(a.yMm).toBeGreaterThanOrEqual(0);
      expect(a.xMm + card.widthMm).toBeLessThanOrEqual(page.widthMm);
      expect(a.yMm + card.heightMm).toBeLessThanOrEqual(page.heightMm);
      const isApart =
        a.page !== b.page ||
        Math.abs(a.xMm - b.xMm) > card.widthMm - 0.001 ||
        Math.abs(a.yMm - b.yMm) > card.heightMm - 0.001;
      expect(isApart).toBe(one !== two);
    });
    fc.assert(check);
  });

  test("a sheet turned over its long edge shows each back behind its front", () => {
    const check = fc.property(anyStock, anyIndex, (stock, index) => {
      const [front, back] = [placeOf(stock, index), backPlaceOf(stock, index)];
      expect(back).toMatchObject({ page: front.page, row: front.row, yMm: front.yMm });
      expect(back.column).toBe(stock.columns - 1 - front.column);
      expect(stock.page.widthMm - back.xMm - stock.card.widthMm).toBeCloseTo(front.xMm, 6);
      // Columns are as far from the left edge as from the right one: the back of a card lies on a card.
      expect(back.xMm).toBeCloseTo(placeOf(stock, index % 2 === 0 ? index + 1 : index - 1).xMm, 6);
    });
    fc.assert(check);
  });

  test("sheets are filled one after the other", () => {
    const check = fc.property(anyStock, anyIndex, (stock, index) => {
      const { page, row, column } = placeOf(stock, index);
      expect(page * cardsPerPage(stock) + row * stock.columns + column).toBe(index);
    });
    fc.assert(check);
  });
});
