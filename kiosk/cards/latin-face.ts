import type { CardFace, SheetFacts } from "./face.ts";
import { inLatin } from "./latin.ts";

/** A face in letters that every PDF reader has. */
export function latinFace(face: CardFace): CardFace {
  const { serial, words, place, until } = face;
  return {
    ...face,
    serial: inLatin(serial),
    words: words && inLatin(words),
    place: place && inLatin(place),
    until: until && { en: inLatin(until.en), es: inLatin(until.es) },
  };
}

export function latinFacts(facts: SheetFacts): SheetFacts {
  const { nodeName, number } = facts;
  return { ...facts, nodeName: inLatin(nodeName), number: number && inLatin(number) };
}
