import type { CardFace, SheetFacts } from "#kiosk/cards/face.ts";
import { type Dice, signs } from "./dice.ts";

const THINGS = [
  "sewing machine",
  "3 buckets of oranges",
  "A ride to Portland on Friday morning, two seats, small bags only",
  "Somebody who mends a big canvas tent with a torn seam before the rain comes on Friday night, and brings thread",
  "máquina de coser que funcione bien",
  "tea",
];
const KINDS = ["need", "gift", null] as const;

export const CAMP: Omit<SheetFacts, "stock"> = {
  nodeName: "Willow Camp",
  number: "+1 401 555 0199",
  language: "en",
  nudge: { xMm: 0, yMm: 0 },
  back: false,
};

/** Cards as camps print them: the address of an ordinary host, words from short to long, some blank. */
export function sampleCards(count: number, dice: Dice): readonly CardFace[] {
  return Array.from({ length: count }, (_, index) => ({
    serial: `A-${String(index + 1).padStart(4, "0")}`,
    url: `HTTPS://CAMP.EXAMPLE.ORG/G/${signs(dice, "0123456789ABCDEFGHJKMNPQRSTVWXYZ", 20)}`,
    code: signs(dice, "0123456789", 11),
    kind: KINDS[index % KINDS.length] ?? null,
    words: THINGS[index % THINGS.length] ?? null,
    place: "Big Tent, ask for Rosa",
    until: { en: "Fri 27 Nov", es: "vie 27 nov" },
  }));
}
