import { describe, expect, test } from "vitest";
import { isServed, readPhone } from "#server/domain/phone.ts";

describe("a number is read as people and carriers write it", () => {
  test.each([
    ["+14015550101", "+14015550101"],
    ["(401) 555-0101", "+14015550101"],
    ["+44 20 7183 8750", "+442071838750"],
    ["72975", null],
    ["GIFTLINE", null],
    ["", null],
    ["+", null],
  ])("%s", (text, phone) => {
    expect(readPhone(text, "US")).toBe(phone);
  });

  test.each([
    ["+14015550101", ["US"], true],
    ["+442071838750", ["US"], false],
    ["+442071838750", ["US", "GB"], true],
  ] as const)("%s is served in %o: %s", (text, countries, served) => {
    const phone = readPhone(text, "US");
    expect(phone && isServed(phone, countries)).toBe(served);
  });
});
