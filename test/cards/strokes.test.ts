import fc from "fast-check";
import { expect, test } from "vitest";
import { readStrokes, type Stroke } from "#kiosk/card/browser/strokes.ts";
import { tokenOf, withCheckDigit } from "#server/domain/card-code.ts";

/** Where a key is, and what it writes alone and with Shift, on the keyboards that a camp's machine may be set to. */
type Layout = ReadonlyMap<string, readonly [plain: string, shifted: string]>;

const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ".split("");
const DIGITS = "0123456789".split("");

function layout(
  moved: Readonly<Record<string, string>>,
  digits: readonly [plain: string, shifted: string],
  signs: Readonly<Record<string, readonly [string, string]>>,
): Layout {
  return new Map([
    ...LETTERS.map((letter) => {
      const writes = moved[letter] ?? letter;
      return [`Key${letter}`, [writes.toLowerCase(), writes.toUpperCase()]] as const;
    }),
    ...DIGITS.map((digit, at) => [`Digit${digit}`, [digits[0].charAt(at), digits[1].charAt(at)]] as const),
    ...Object.entries(signs).map(([code, writes]) => [code, writes] as const),
  ]);
}

const US = layout({}, ["0123456789", ")!@#$%^&*("], {
  Semicolon: [";", ":"],
  Slash: ["/", "?"],
  Minus: ["-", "_"],
  Period: [".", ">"],
});
const GERMAN = layout({ Y: "Z", Z: "Y" }, ["0123456789", '=!"§$%&/()'], {
  Semicolon: ["ö", "Ö"],
  Slash: ["-", "_"],
  Minus: ["ß", "?"],
  Period: [".", ":"],
});
const FRENCH = layout({ A: "Q", Q: "A", Z: "W", W: "Z", M: "," }, ["à&é\"'(-è_ç", "0123456789"], {
  Semicolon: ["m", "M"],
  Slash: ["!", "§"],
  Minus: [")", "°"],
  Period: [":", "/"],
  Comma: [";", "."],
  Digit6: ["-", "6"],
});
const SPANISH = layout({}, ["0123456789", '=!"·$%&/()'], {
  Semicolon: ["ñ", "Ñ"],
  Slash: ["-", "_"],
  Minus: ["'", "?"],
  Period: [".", ":"],
});
const LAYOUTS = { US, GERMAN, FRENCH, SPANISH };

/** The keys that a scanner which is set to `scanner` strikes for these words, as a screen set to `screen` hears them. */
function struck(words: string, scanner: Layout, screen: Layout): Stroke[] {
  return [...words].map((sign) => {
    const found = [...scanner].find(([, writes]) => writes.includes(sign));
    if (!found) throw new Error(`There is no key for ${sign}.`);
    const [code, writes] = found;
    const shiftKey = writes[1] === sign;
    return { key: screen.get(code)?.[shiftKey ? 1 : 0] ?? "Dead", code, shiftKey };
  });
}

const token = fc.uint8Array({ minLength: 20, maxLength: 20 }).map(tokenOf);
const code = fc
  .array(fc.nat(9), { minLength: 10, maxLength: 10 })
  .map((digits) => withCheckDigit(digits.join("")));
const address = fc.constantFrom(
  "HTTPS://CAMP.EXAMPLE.ORG",
  "HTTP://192.168.1.20:8080",
  "https://gift-line.example",
);

test.each(Object.entries(LAYOUTS))(
  "a scanner as it comes is read on a screen set to %s, also where keys lie elsewhere",
  (_, screen) => {
    fc.assert(
      fc.property(address, token, (start, secret) => {
        expect(readStrokes(struck(`${start}/G/${secret}`, US, screen))).toBe(secret);
      }),
    );
    fc.assert(
      fc.property(code, (digits) => {
        expect(readStrokes(struck(digits, US, screen))).toBe(digits);
      }),
    );
  },
);

test.each(Object.entries(LAYOUTS).filter(([name]) => name !== "US"))(
  "a scanner that somebody set to the screen's own layout, %s, is read too",
  (_, both) => {
    fc.assert(
      fc.property(token, (secret) => {
        expect(readStrokes(struck(`HTTPS://CAMP.EXAMPLE.ORG/G/${secret}`, both, both))).toBe(secret);
      }),
    );
    fc.assert(
      fc.property(code, (digits) => {
        expect(readStrokes(struck(digits, both, both))).toBe(digits);
      }),
    );
  },
);

test("a number pad's digits, and signs before the address, do no harm", () => {
  const digits = withCheckDigit("4839201756");
  const pad = [...digits].map((key) => ({ key, code: `Numpad${key}`, shiftKey: false }));
  expect(readStrokes(pad)).toBe(digits);
  const secret = tokenOf(new Uint8Array(20).fill(35));
  expect(readStrokes(struck(`-HTTPS://A.B/G/${secret}/`, US, GERMAN))).toBe(secret);
});

test.each(["https://elsewhere.example/menu", "4006381333931", "hello there", ""])(
  "%s is none of ours",
  (words) => {
    const strokes = [...words].map((key) => ({ key, code: "", shiftKey: false }));
    expect(readStrokes(strokes)).toBeNull();
  },
);
