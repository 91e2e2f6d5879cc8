import type { ConceptId } from "../know/concept.ts";
import { isGoods, isKindOf, type Lexicon } from "../know/lexicon.ts";
import type { Relations } from "../know/relate.ts";
import type { ReadItem, Reading } from "../text/read-post.ts";
import type { Named } from "../text/shape.ts";
import type { When } from "../text/when.ts";
import { hoursApart } from "../text/when.ts";
import { bestLink, type Linked } from "./link.ts";

/** Properties that matter where the need names them and the gift does not. */
const ASKED: Readonly<Record<string, number>> = {
  diet: 0.6,
  fuel: 0.9,
  plug: 0.9,
  cell: 0.9,
  bed: 0.9,
  size: 0.9,
  number: 0.9,
  language: 0.55,
  strung: 0.8,
};

const FOOD: ReadonlySet<ConceptId> = new Set(["food"]);

/** A doing is worth as much as what it is done to fits. */
export function objectFactor(wanted: ReadItem, given: ReadItem, relations: Relations): number {
  const asked = wanted.objects;
  const ride = wanted.to.length > 0 || given.to.length > 0;
  if (asked.length === 0) return given.objects.length > 0 && !ride ? 0.75 : 1;
  if (
    given.objects.length === 0 &&
    given.heads.length <= 1 &&
    !asked.some((each) => isServed(each, given.heads, relations))
  )
    return 0.6;
  const offered = [...given.objects, ...given.heads, ...given.mods, ...given.around];
  const fits = asked.map((each) =>
    isServed(each, given.heads, relations) ? 1 : (bestLink([each], offered, relations)?.value ?? 0),
  );
  return 0.25 + 0.75 * Math.max(...fits);
}

function isServed(object: Named, services: readonly Named[], relations: Relations): boolean {
  return object.names.some((name) =>
    services.some((service) => service.names.some((each) => relations.serves(each, name))),
  );
}

/** One ride says where it goes, the other does not. */
export function placeFactor(wanted: ReadItem, given: ReadItem): number {
  if (wanted.to.length > 0 === given.to.length > 0) return 1;
  return given.to.length > 0 ? 0.8 : 0.9;
}

/** How much of what the need says beside the thing the gift says too. */
export function detailFactor(wanted: ReadItem, given: ReadItem, relations: Relations): number {
  // Where somebody needs a thing says nothing about the thing.
  const about = wanted.around.filter((each) => each.role !== "place");
  const asked = [...wanted.mods, ...about.map((each) => ({ ...each, sure: each.sure * 0.5 }))];
  const all = asked.reduce((sum, each) => sum + each.sure, 0);
  if (all === 0) return 1;
  const offered = [...given.mods, ...given.heads, ...given.around, ...given.objects];
  const met = asked.reduce(
    (sum, each) => sum + each.sure * (bestLink([each], offered, relations)?.value ?? 0),
    0,
  );
  return 1 - (0.22 * Math.max(0, all - met)) / (1 + all);
}

const OF_AN_AGE: ReadonlySet<ConceptId> = new Set([
  "baby-gear",
  "baby-food",
  "formula",
  "diaper",
  "baby-clothes",
  "kids-clothes",
  "kids-bike",
  "child-gear",
  "toy",
  "childcare",
  "kids-book",
]);

/** Where the size follows the age. */
const SIZED: ReadonlySet<ConceptId> = new Set([
  "clothing",
  "footwear",
  "bicycle",
  "bike",
  "helmet",
  "life-jacket",
]);

/** One says whom it is for, the other does not. */
export function ageFactor(wanted: ReadItem, given: ReadItem, link: Linked, lexicon: Lexicon): number {
  if (!isGoods(lexicon, link.gift)) return 1;
  const isSized = isKindOf(lexicon, link.gift, SIZED);
  if (given.ages && !wanted.ages && !isKindOf(lexicon, link.need, OF_AN_AGE))
    return given.ages[1] >= 15 ? 0.95 : isSized ? 0.8 : 0.9;
  if (!wanted.ages || given.ages || isKindOf(lexicon, link.gift, OF_AN_AGE)) return 1;
  if (isSized) return wanted.ages[1] < 15 ? 0.82 : 0.95;
  return wanted.ages[1] <= 2 && isKindOf(lexicon, link.gift, FOOD) ? 0.8 : 1;
}

export function propertyFactor(wanted: ReadItem, given: ReadItem, link: Linked, lexicon: Lexicon): number {
  let factor = 1;
  const isFood = isKindOf(lexicon, link.gift, FOOD);
  for (const [axis, asked] of wanted.properties) {
    if (axis === "diet" && !isFood) continue;
    const isSpoken = axis === "language" && isGoods(lexicon, link.gift);
    const said = given.properties.get(axis) ?? [];
    // Another diet is none: of them all have to be met, of other properties one.
    const isMet = axis === "diet" ? asked.every((each) => said.includes(each)) : said.length > 0;
    if (!isMet) factor *= isSpoken ? 0.95 : (ASKED[axis] ?? 1);
  }
  return factor;
}

/** The longer a text, the less sure that it was understood. */
export function lengthFactor(need: Reading): number {
  return Math.max(0.85, 1 - 0.025 * Math.max(0, need.length - 3));
}

export function hourFactor(need: When, gift: When): number {
  const apart = hoursApart(need, gift);
  return apart > 3 ? 0.5 : apart > 0 ? 0.8 : 1;
}
