import fc from "fast-check";
import { expect, test } from "vitest";
import { inLatin, isLatin, tidy, unbroken } from "#kiosk/cards/latin.ts";
import { widthEm } from "#kiosk/cards/width.ts";
import { words } from "#kiosk/cards/words.ts";

test.each([
  ["máquina de coser “nueva” – 5 €", "máquina de coser “nueva” – 5 €"],
  ["привет мир", "privet mir"],
  ["王小明", "WangXiaoMing"],
  ["tea 🍵 for two", "tea for two"],
  ["Ŵales \u202egnirts\u202c", "Wales gnirts"],
  ["e\u0301t\u00e9\n\tagain", "été again"],
])("%j is printed as %j", (written, printed) => {
  expect(inLatin(written)).toBe(printed);
});

test("whatever is written, a PDF has letters for what is printed", () => {
  const check = fc.property(fc.string({ unit: "binary", maxLength: 50 }), (written) => {
    const printed = inLatin(written);
    expect(isLatin(printed)).toBe(true);
    for (const letter of printed) expect(widthEm(letter, "bold")).toBeGreaterThan(0);
  });
  fc.assert(check);
});

test("words stay one line, and a number one piece", () => {
  expect(tidy(" a\r\n b\u200b\u2028c\ud800 ")).toBe("a b c\ufffd");
  expect(unbroken("+1 401 555 0199")).not.toContain(" ");
});

test("what is printed says the same things in each language, in letters that every PDF has", () => {
  expect(Object.keys(words.es)).toEqual(Object.keys(words.en));
  const said: readonly string[] = [...Object.values(words.en), ...Object.values(words.es)];
  expect(said.filter((each) => each === "" || !isLatin(each))).toEqual([]);
});
