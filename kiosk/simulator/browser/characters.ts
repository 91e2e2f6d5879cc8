/** 3GPP TS 23.038: one septet each, and those that cost two because they are written after an escape. */
const BASIC = new Set(
  "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà",
);
const EXTENSION = new Set("^{}\\[~]|€\f");

/** The alphabet's room in one text, and in each part of a text that takes several. */
const SEPTETS = { single: 160, part: 153 };
const OTHER_ALPHABETS = { single: 70, part: 67 };

export type Length = { readonly used: number; readonly room: number; readonly texts: number };

/** How much of how many texts the carrier will bill for `text`; `room` is what those texts hold. */
export function lengthOf(text: string): Length {
  const characters = [...text];
  const isPlain = characters.every((character) => BASIC.has(character) || EXTENSION.has(character));
  const costs = characters.map((character) => {
    if (isPlain) return EXTENSION.has(character) ? 2 : 1;
    return character.length;
  });
  const { single, part } = isPlain ? SEPTETS : OTHER_ALPHABETS;
  const used = costs.reduce((sum, cost) => sum + cost, 0);
  if (used <= single) return { used, room: single, texts: 1 };
  const texts = partsFor(costs, part);
  return { used, room: texts * part, texts };
}

/** A character of two units is never cut in two by the end of a part. */
function partsFor(costs: readonly number[], room: number): number {
  let parts = 1;
  let free = room;
  for (const cost of costs) {
    if (cost > free) {
      parts += 1;
      free = room;
    }
    free -= cost;
  }
  return parts;
}
