import fc from "fast-check";
import { expect, test } from "vitest";
import { partsOf } from "#kiosk/board/parts-of.ts";
import { maskedDigits } from "#kiosk/phone/masked.ts";

test("words that are read page by page lose nothing, and no page is longer than it may be", () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 500 }), fc.integer({ min: 4, max: 120 }), (words, most) => {
      const parts = partsOf(words, most);
      expect(parts.join("").replace(/\s/g, "")).toBe(words.replace(/\s/g, ""));
      for (const part of parts) expect(part.length).toBeLessThanOrEqual(most);
    }),
  );
});

test("short words are one page, cut between words where they are not", () => {
  expect(partsOf("two  tarps", 20)).toEqual(["two tarps"]);
  expect(partsOf("two tarps till friday", 10)).toEqual(["two tarps", "till", "friday"]);
});

test("of a number nobody sees more than its last two digits", () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[+\d() -]{3,20}$/), (typed) => {
      const digits = typed.replace(/\D/g, "");
      expect(maskedDigits(typed)).toBe(`..${digits.slice(-2)}`);
      expect(maskedDigits(typed).length).toBeLessThanOrEqual(4);
    }),
  );
});
