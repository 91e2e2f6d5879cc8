import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ASK_FROM, fitOf } from "#server/matching/score.ts";

describe("how well a gift fits a need", () => {
  test.each([
    ["tarp", "tarp", 1],
    ["tarp", "tent", 0],
    ["", "tarp", 0],
    ["lantern", "lantren", 0],
  ])("%s, %s", (need, gift, score) => {
    expect(fitOf(need, gift).score).toBeCloseTo(score);
  });

  test("a gift that names more still fits, one that names half of the need does not", () => {
    expect(fitOf("tarp", "tarp pole rope").score).toBeGreaterThan(ASK_FROM);
    expect(fitOf("sleeping bag", "tote bag").score).toBeLessThan(ASK_FROM);
  });

  const words = fc
    .array(fc.constantFrom("tarp", "tarps", "tent", "rope", "lantern", "lanterm", "bag"), { maxLength: 6 })
    .map((list) => [...new Set(list)]);

  test("between nothing and all, whatever the order of the words, and all for itself", () => {
    fc.assert(
      fc.property(words, words, (need, gift) => {
        const { score } = fitOf(need.join(" "), gift.join(" "));
        expect(score >= 0 && score <= 1).toBe(true);
        expect(fitOf(need.toReversed().join(" "), gift.toReversed().join(" ")).score).toBeCloseTo(score);
        expect(fitOf(gift.join(" "), need.join(" ")).score > 0).toBe(score > 0);
        if (need.length > 0) expect(fitOf(need.join(" "), need.join(" ")).score).toBeCloseTo(1);
      }),
    );
  });
});
