import type { ConceptId } from "../know/concept.ts";
import type { Knowledge } from "../know/knowledge.ts";
import { isGoods, isKindOf } from "../know/lexicon.ts";
import { agesApart } from "../text/ages.ts";
import type { Properties } from "../text/properties.ts";
import type { ReadItem } from "../text/read-post.ts";
import type { Named } from "../text/shape.ts";
import { hoursApart, sameDay } from "../text/when.ts";
import type { Pair } from "./judge.ts";
import { bestLink, type Linked } from "./link.ts";

/** Properties of which a thing has one value: two that differ rule each other out. */
const EXCLUSIVE = ["fuel", "plug", "cell", "bed", "size", "language", "heading", "side", "strung", "number"];
/** What several people use at the same time. */
const SHARED: ReadonlySet<ConceptId> = new Set([
  "tent",
  "party-tent",
  "big-tent",
  "lodging",
  "house-stay",
  "meeting-room",
  "indoor-space",
  "canopy",
  "ride",
]);
/** What some properties are properties of; "small business" has no size. */
const OF: Readonly<Record<string, ReadonlySet<ConceptId>>> = {
  bed: new Set(["bed", "mattress", "bedding", "furniture", "sheet", "cot"]),
  cell: new Set(["battery"]),
  size: new Set([
    "clothing",
    "footwear",
    "rain-clothing",
    "rain-pants",
    "rain-suit",
    "raincoat",
    "poncho",
    "sock",
    "apron",
    "belt",
    "wetsuit",
    "swimsuit",
    "life-jacket",
    "bike-helmet",
    "diaper",
    "adult-diaper",
    "glove",
    "hat",
    "helmet",
  ]),
};
const MEAL: ReadonlySet<ConceptId> = new Set(["meal"]);
const SAME_PLACE = 0.6;
const RIDE_HOURS = 2;

/** Whether these two must not meet, however alike they are: wrong day, size, destination, fuel, or said not to be wanted. */
export function conflictOf(pair: Pair, link: Linked, knowledge: Knowledge): boolean {
  const { wanted, given } = pair;
  return (
    isDenied(link, pair, knowledge) ||
    isTooSmall(link, pair) ||
    isOtherTime(link, pair, knowledge) ||
    isOtherPlace(wanted.to, given.to, knowledge) ||
    (wanted.ages !== null && given.ages !== null && agesApart(wanted.ages, given.ages)) ||
    (isGoods(knowledge.lexicon, link.gift) &&
      differ(wanted.properties.get("for"), given.properties.get("for"))) ||
    isRefused(wanted.denied, given.properties) ||
    isRefused(given.denied, wanted.properties) ||
    EXCLUSIVE.some(
      (axis) =>
        differ(wanted.properties.get(axis), given.properties.get(axis)) && isOf(axis, link, knowledge),
    )
  );
}

/** "generator, not diesel" is not met by a diesel one. */
function isRefused(denied: Properties, said: Properties): boolean {
  return [...denied].some(([axis, values]) => said.get(axis)?.some((value) => values.includes(value)));
}

/** The thing itself, or what is to be in it or come with it: "sandwich sin queso", "flashlight, no batteries". */
function isDenied(link: Linked, { wanted, given, need, gift }: Pair, { relations }: Knowledge): boolean {
  const isAmong = (concepts: readonly ConceptId[], names: readonly ConceptId[]) =>
    names.some((name) =>
      concepts.some((concept) => name === concept || relations.between(name, concept)?.link === "kind"),
    );
  return (
    isAmong([link.gift, ...partsOf(given)], need.negated) ||
    isAmong([link.need, ...partsOf(wanted)], gift.negated)
  );
}

function partsOf({ mods, around }: ReadItem): readonly ConceptId[] {
  return [...mods, ...around.filter((each) => each.role === "with")].flatMap((each) => each.names);
}

function isTooSmall(link: Linked, { need, gift }: Pair): boolean {
  return (
    need.capacity !== null && gift.capacity !== null && gift.capacity < need.capacity && SHARED.has(link.gift)
  );
}

/** Things may be fetched another day; a ride, a meal and a pair of hands may not. */
function isOtherTime(link: Linked, { need, gift }: Pair, { lexicon }: Knowledge): boolean {
  const concept = lexicon.concepts.get(link.gift);
  const isTimed = concept !== undefined && (concept.kind !== "goods" || isKindOf(lexicon, concept.id, MEAL));
  if (!isTimed) return false;
  return (
    !sameDay(need.when, gift.when) ||
    (concept.kind === "ride" && hoursApart(need.when, gift.when) > RIDE_HOURS)
  );
}

function isOtherPlace(wanted: readonly Named[], given: readonly Named[], { relations }: Knowledge): boolean {
  if (wanted.length === 0 || given.length === 0) return false;
  const sure = (each: Named): Named => ({ ...each, sure: 1 });
  const there = bestLink(wanted.map(sure), given.map(sure), relations)?.value ?? 0;
  const back = bestLink(given.map(sure), wanted.map(sure), relations)?.value ?? 0;
  return Math.max(there, back) < SAME_PLACE;
}

function isOf(axis: string, link: Linked, { lexicon }: Knowledge): boolean {
  const things = OF[axis];
  return things === undefined || isKindOf(lexicon, link.need, things) || isKindOf(lexicon, link.gift, things);
}

function differ(one: readonly string[] | undefined, other: readonly string[] | undefined): boolean {
  return one !== undefined && other !== undefined && !one.some((value) => other.includes(value));
}
