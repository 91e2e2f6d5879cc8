import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { maskLinks, maskPhones } from "#server/domain/mask.ts";

describe("a phone number is hidden, however it is written", () => {
  test.each([
    "4015550101",
    "401-555-0101",
    "(401) 555-0101",
    "+1 401 555 0101",
    "1.401.555.0101",
    "401 · 555 · 0101",
    "401—555—0101",
    "555-0101",
    "4 0 1 5 5 5 0 1 0 1",
    "٤٠١٥٥٥٠١٠١",
    "４０１５５５０１０１",
  ])("%s", (number) => {
    expect(maskPhones(`call ${number} now`)).toEqual({ words: "call (number hidden) now", masked: true });
  });
});

describe("other numbers stay", () => {
  test.each([
    "2 tarps till fri",
    "size 10, 12, 14, 16",
    "5-6pm or 7-8pm",
    "11/23/2026",
    "2026-11-23",
    "zip 02903",
    "room 1204b",
    "",
  ])("%s", (words) => {
    expect(maskPhones(words)).toEqual({ words, masked: false });
  });
});

describe("a link is hidden", () => {
  test.each(["https://example.com/a?b=c", "www.example.net", "example.org", "bit.ly/3xYz", "EXAMPLE.COM"])(
    "%s",
    (link) => {
      expect(maskLinks(`see ${link} ok`)).toEqual({ words: "see (link hidden) ok", masked: true });
    },
  );

  test.each(["see you at 5.30", "ok...then", "at the kitchen. come soon", "e.g. tarps"])(
    "%s stays",
    (words) => {
      expect(maskLinks(words)).toEqual({ words, masked: false });
    },
  );
});

describe("whatever is written", () => {
  const words = fc.oneof(
    fc.string({ unit: "binary", maxLength: 200 }),
    fc
      .array(fc.constantFrom("4", "0", "15", "555", "-", " ", ".", "(", ")", "/", "a", "٥"), {
        maxLength: 60,
      })
      .map((parts) => parts.join("")),
  );

  test("no seven digits in a row are left, and hiding again changes nothing", () => {
    fc.assert(
      fc.property(words, (text) => {
        const once = maskPhones(text).words;
        expect(once).not.toMatch(/\p{Nd}{7}/u);
        expect(maskPhones(once)).toEqual({ words: once, masked: false });
        const linkless = maskLinks(text).words;
        expect(maskLinks(linkless).words).toBe(linkless);
      }),
    );
  });
});
