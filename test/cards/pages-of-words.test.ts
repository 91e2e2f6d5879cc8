import fc from "fast-check";
import { expect, test } from "vitest";
import { pagesOf } from "#kiosk/card/screens/reading.ts";

const words = fc.string({ maxLength: 600 });
const most = fc.integer({ min: 1, max: 120 });

test("page by page every letter is read once and in order, and no page is longer than the screen", () => {
  fc.assert(
    fc.property(words, most, (text, size) => {
      const pages = pagesOf(text, size);
      expect(pages.join("").replace(/\s/g, "")).toBe(text.replace(/\s/g, ""));
      for (const page of pages) {
        expect(page.length).toBeLessThanOrEqual(size);
        expect(page).not.toBe("");
      }
    }),
  );
});

test("words are not cut where there is a gap", () => {
  expect(pagesOf("come to the kitchen tent", 12)).toEqual(["come to the", "kitchen tent"]);
  expect(pagesOf("", 12)).toEqual([]);
});
