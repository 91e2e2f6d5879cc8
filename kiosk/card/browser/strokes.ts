/** A key as it was struck: the sign that the screen's layout makes of it, and where on the keyboard it is. */
export type Stroke = { readonly key: string; readonly code: string; readonly shiftKey: boolean };

/** What stands there on the keyboard that scanners are made for, alone and with Shift. */
const US: Readonly<Record<string, readonly [plain: string, shifted: string]>> = {
  Semicolon: [";", ":"],
  Slash: ["/", "?"],
  Minus: ["-", "_"],
  Period: [".", ">"],
  Comma: [",", "<"],
  Equal: ["=", "+"],
};
const SHIFTED_DIGITS = ")!@#$%^&*(";

/**
 * What a scanner typed from a card or a slip: its token or its digits, whatever layout the screen and the scanner are
 * set to; null when it is none of ours. Read as the screen's signs, and by the places of the keys.
 */
export function readStrokes(strokes: readonly Stroke[]): string | null {
  const shown = strokes.map(({ key }) => (key.length === 1 ? key : " ")).join("");
  const struck = strokes.map(signAt).join("");
  return seenIn(shown, struck);
}

/** What is ours in a text that was scanned or filmed; the first of `texts` that has it counts. */
export function seenIn(...texts: readonly string[]): string | null {
  for (const pattern of [/\/g\/([0-9a-z]{20})\/?$/i, /(?<!\d)(\d{11})$/, /(?<![0-9a-z])([0-9a-z]{20})$/i])
    for (const text of texts) {
      const seen = pattern.exec(text.trim())?.[1];
      if (seen !== undefined) return seen.toUpperCase();
    }
  return null;
}

function signAt({ code, shiftKey }: Stroke): string {
  const [, letter] = /^Key([A-Z])$/.exec(code) ?? [];
  if (letter !== undefined) return letter;
  const [, row, digit] = /^(Digit|Numpad)(\d)$/.exec(code) ?? [];
  if (digit !== undefined) return row === "Digit" && shiftKey ? SHIFTED_DIGITS.charAt(Number(digit)) : digit;
  return US[code]?.[shiftKey ? 1 : 0] ?? " ";
}
