import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { toGsm7 } from "#sms/gsm.ts";
import { countSegments, fitted, isGsm7 } from "#sms/segments.ts";

describe("a text is put into the letters every phone has", () => {
  it.each([
    ["plain text, 100%", "plain text, 100%"],
    ["¿Mañana? ¡Sí! Año, café, pingüino", "¿Mañana? ¡Si! Año, café, pingüino"],
    ["Reunión en la línea", "Reunion en la linea"],
    ["façade, Zoë, ÀÊ", "facade, Zoe, AE"],
    ["“quotes” ‘and’ — dashes…", "\"quotes\" 'and' - dashes..."],
    ["[a] {b} ~c |d \\e `f", "(a) (b) -c /d /e 'f"],
    ["5 €", "5 EUR"],
    ["tarps 😀👍🏽🇺🇸 now", "tarps now"],
    ["one\ntwo\r\n\tthree", "one two three"],
    ["Łódź, İzmir", "Lodz, Izmir"],
    ["привет", "privet"],
    ["帐篷", "ZhangPeng"],
  ])("%s", (text, expected) => {
    expect(toGsm7(text)).toBe(expected);
  });

  it("holds for any text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        const plain = toGsm7(text);
        expect(isGsm7(plain)).toBe(true);
        expect(plain).not.toMatch(/[\n\r[\]{}~^|\\€\f]/);
        expect(toGsm7(plain)).toBe(plain);
      }),
    );
  });
});

describe("segments are counted as the carrier bills them", () => {
  it.each([
    ["a".repeat(160), 1],
    ["a".repeat(161), 2],
    ["ñ".repeat(160), 1],
    ["a".repeat(306), 2],
    ["a".repeat(307), 3],
    ["€".repeat(80), 1],
    ["€".repeat(81), 2],
    [`${"a".repeat(152)}€${"a".repeat(10)}`, 2],
    ["á".repeat(70), 1],
    ["á".repeat(71), 2],
    ["😀".repeat(35), 1],
    ["😀".repeat(36), 2],
  ] as const)("%.8s.. is %i", (text, segments) => {
    expect(countSegments(text)).toBe(segments);
  });
});

describe("only the long part of a sentence is cut", () => {
  it("keeps both ends whole", () => {
    const text = fitted({ before: "Camp: got ", long: "tarps ".repeat(50), after: " Text DROP 47." }, 60);
    expect(text.length).toBeLessThanOrEqual(60);
    expect(text).toMatch(/^Camp: got tarps.*\.\. Text DROP 47\.$/);
  });

  it("leaves what fits alone", () => {
    expect(fitted({ before: "a ", long: "b", after: " c" })).toBe("a b c");
    expect(fitted("a".repeat(160))).toHaveLength(160);
  });
});
