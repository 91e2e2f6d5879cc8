import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { leftOf, piecesGiven } from "#server/domain/quantity.ts";

describe("how many pieces change hands", () => {
  test.each([
    [2, 3, 2],
    [5, 3, 3],
    [null, 3, 1],
    [4, null, 4],
    [null, null, null],
  ])("a need for %s and a gift of %s: %s", (need, gift, pieces) => {
    expect(piecesGiven(need, gift)).toBe(pieces);
  });
});

describe("what is left", () => {
  test.each([
    ["need", null, 1, { left: null, filled: true }],
    ["gift", null, 2, { left: null, filled: false }],
    ["gift", 3, 2, { left: 1, filled: false }],
    ["gift", 2, 2, { left: 0, filled: true }],
    ["need", 5, 3, { left: 2, filled: false }],
  ] as const)("of a %s of %s after %s", (kind, left, pieces, rest) => {
    expect(leftOf(kind, left, pieces)).toEqual(rest);
  });

  test("never less than nothing, and no piece is lost or made", () => {
    const count = fc.option(fc.integer({ min: 1, max: 999 }));
    fc.assert(
      fc.property(count, count, (need, gift) => {
        const pieces = piecesGiven(need, gift);
        const sides = [
          [need, leftOf("need", need, pieces)],
          [gift, leftOf("gift", gift, pieces)],
        ] as const;
        for (const [had, { left, filled }] of sides) {
          expect(left === null || left >= 0).toBe(true);
          if (had !== null) expect((left ?? 0) + (pieces ?? 0)).toBe(had);
          if (left !== null) expect(filled).toBe(left === 0);
        }
        expect(sides.some(([, { filled }]) => filled)).toBe(true);
      }),
    );
  });
});
