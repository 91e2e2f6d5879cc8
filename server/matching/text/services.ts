import type { ConceptId } from "../know/concept.ts";
import { isGoods, isKindOf, type Lexicon } from "../know/lexicon.ts";
import type { Named } from "./shape.ts";

/** Doings that mean little without what they are done to. */
const DOINGS: ReadonlySet<ConceptId> = new Set([
  "space-for",
  "repair",
  "teaching",
  "translation",
  "delivery",
  "care",
  "hands",
  "any-help",
  "trade",
  "moving-help",
  "cleaning-help",
]);

const RIDE: ReadonlySet<ConceptId> = new Set(["ride"]);

/** Any pair of hands: less than whatever else is named. */
export function isAnyHelp(names: readonly ConceptId[]): boolean {
  return names.includes("hands") || names.includes("any-help");
}

/** Says nothing yet without what it is done to. */
export function isDoing(name: ConceptId): boolean {
  return DOINGS.has(name);
}

/** "repair" and "bike" together are bike repair, where the lexicon has a kind of the doing that goes with the object. */
export function servicesFor(
  doings: readonly ConceptId[],
  objects: readonly ConceptId[],
  lexicon: Lexicon,
): readonly Named[] {
  const kinds = doings.flatMap((doing) => lexicon.kindsOf.get(doing) ?? []);
  const names = kinds.filter((kind) =>
    lexicon.concepts.get(kind)?.goesWith.some((object) => objects.includes(object)),
  );
  return names.length > 0 ? [{ names: [...new Set(names)], sure: 1 }] : [];
}

export function isRide(name: ConceptId, lexicon: Lexicon): boolean {
  return isKindOf(lexicon, name, RIDE);
}

/** "tent portland": a town stands behind the thing without a word between, or alone where a ride is meant. */
export function isTown({ names }: { readonly names: readonly ConceptId[] }): boolean {
  return names.length > 0 && names.every((name) => name.endsWith("-city"));
}

/** What people do about a thing that somebody has: mend, tend, sharpen it. */
export function servicesAround(objects: readonly ConceptId[], lexicon: Lexicon): readonly ConceptId[] {
  return [...lexicon.concepts.values()]
    .filter(
      (concept) => concept.kind !== "goods" && concept.goesWith.some((object) => objects.includes(object)),
    )
    .map((concept) => concept.id);
}

/** Doing, giving a place or going somewhere: "charge my phone" is about the charging. */
export function isActive(names: readonly ConceptId[], lexicon: Lexicon): boolean {
  return names.some((name) => !isGoods(lexicon, name));
}
