import fc from "fast-check";
import { expect, test } from "vitest";
import { typed } from "#kiosk/keyboard/browser/typed.ts";

const KEYS = fc.array(fc.constantFrom("0", "1", "5", "9", "+", "erase", "clear"), { maxLength: 60 });

test("whatever is pressed, the field holds digits after at most one plus, and never too many", () => {
  fc.assert(
    fc.property(KEYS, fc.integer({ min: 1, max: 16 }), (keys, most) => {
      const value = keys.reduce((before, key) => typed(before, key, most), "");
      expect(value).toMatch(/^\+?\d*$/);
      expect(value.length).toBeLessThanOrEqual(most);
    }),
  );
});

test("erasing takes back the last key, and clearing all of them", () => {
  expect(["1", "2", "erase", "3"].reduce((before, key) => typed(before, key, 9), "")).toBe("13");
  expect(["1", "2", "clear"].reduce((before, key) => typed(before, key, 9), "")).toBe("");
});
