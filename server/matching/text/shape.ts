import type { ConceptId } from "../know/concept.ts";
import { isKindOf, type Lexicon } from "../know/lexicon.ts";
import { LOST } from "./grammar.ts";
import { type Head, headsOf, isStrange, mayBeTheThing } from "./heads.ts";
import type { Mention, RawItem } from "./items.ts";
import { isActive, isAnyHelp, isDoing, isRide, isTown, servicesAround, servicesFor } from "./services.ts";

/** A concept, or several that a word may mean, with how sure it is that it was meant, 0 to 1. */
export type Named = { readonly names: readonly ConceptId[]; readonly sure: number };

/** One thing of a post, understood: what it is, and what else is said of it. */
export type Item = {
  /** What the item is; several when it is not sure which word is the thing. */
  readonly heads: readonly Named[];
  /** What it is of: "bike" of "bike repair", "math" of "math lessons". */
  readonly objects: readonly Named[];
  /** Words that describe it. */
  readonly mods: readonly Named[];
  /** What it is for, where it is, what comes along. */
  readonly around: readonly (Named & { readonly role: "purpose" | "place" | "with" })[];
  /** Where a ride goes; empty when that was not said. */
  readonly to: readonly Named[];
  readonly words: readonly string[];
  readonly story: boolean;
  /** Names only troubles: what is wanted may be said beside. */
  readonly trouble: boolean;
};

/** "something for a headache" says that what follows is the thing. */
const SOMETHING: ReadonlySet<string> = new Set([
  "something",
  "anything",
  "algo",
  "stuff",
  "help",
  "ayuda",
  "need",
]);
/** Nobody repairs a horse. */
const ALIVE: ReadonlySet<ConceptId> = new Set(["animal"]);

export function shapeItem(raw: RawItem, lexicon: Lexicon): Item {
  const strong = raw.mentions.filter((mention) => !mention.faint && mention.weight >= 0.5);
  const mentions = strong.length > 0 ? strong : raw.mentions;
  const ride = mentions.find((mention) => isRideMention(mention, mentions, lexicon));
  if (ride) return shapeRide(raw, ride, mentions, lexicon);
  if (mentions.length > 0 && mentions.every(isTown))
    return { ...bare(raw), heads: [RIDE], to: mentions.map(named) };
  const doing = mentions.find((mention) => mention.names.some(isDoing));
  const isDone = mentions.some((mention) => mention !== doing && isActive(mention.names, lexicon));
  if (doing && !(isAnyHelp(doing.names) && isDone)) return shapeDoing(raw, doing, lexicon);
  const had = mentions.filter((mention) => mention.owned && !mention.trouble && !mention.faint);
  if (isAboutWhatIsHad(mentions, had, lexicon)) return shapeTrouble(raw, had, lexicon);
  return shapeThing(raw, mentions, lexicon);
}

const RIDE: Named = { names: ["ride"], sure: 1 };

/** "a bike to get to work" is a bike. */
function isRideMention(mention: Mention, all: readonly Mention[], lexicon: Lexicon): boolean {
  if (mention.role === "purpose" || !mention.names.some((name) => isRide(name, lexicon))) return false;
  return mention.role !== "to" || !all.some((other) => other.role === "head" && other.weight >= 0.9);
}

/** Everything else that a ride names is where it goes, but for where it starts. */
function shapeRide(raw: RawItem, ride: Mention, mentions: readonly Mention[], lexicon: Lexicon): Item {
  // "going to" says that there is a ride, not which.
  const isOffer = (name: ConceptId) => lexicon.concepts.get(name)?.oneSided ?? false;
  const own = ride.names.filter((name) => name !== "ride" && !isOffer(name));
  const others = mentions.filter(
    (mention) => mention !== ride && !mention.names.some((name) => isRide(name, lexicon) && isOffer(name)),
  );
  const goals = others.filter((mention) => mention.role !== "from" && mention.role !== "with");
  const places = goals.filter((mention) => !mention.names.every((name) => isThing(name, lexicon)));
  const to = places.length > 0 ? places : goals;
  const itself = own.length > 0 ? [{ names: own, sure: 1 }] : [];
  return {
    ...bare(raw),
    heads: [RIDE],
    to: [...itself, ...to.map(named), ...serviceOf(ride, to, lexicon)],
  };
}

/** Who comes along and what is taken is no destination. */
function isThing(name: ConceptId, lexicon: Lexicon): boolean {
  return lexicon.concepts.get(name)?.kind === "goods";
}

function shapeDoing(raw: RawItem, doing: Mention, lexicon: Lexicon): Item {
  const objects = raw.mentions.filter((mention) => mention !== doing && mention.role !== "place");
  return {
    ...bare(raw),
    heads: [named(doing), ...serviceOf(doing, objects, lexicon)],
    objects: objects.map(named),
  };
}

/** "flat on my bike": all that is named is there already, or is said in passing. */
function isAboutWhatIsHad(mentions: readonly Mention[], had: readonly Mention[], lexicon: Lexicon): boolean {
  if (!had.some((mention) => mention.role === "head")) return false;
  if (had.some((mention) => isActive(mention.names, lexicon))) return false;
  const free = mentions.filter((mention) => !had.includes(mention) && !isStrange(mention));
  return free.every((mention) => mention.role !== "head");
}

/** Something is to be done about what is there, likely to mend it. */
function shapeTrouble(raw: RawItem, had: readonly Mention[], lexicon: Lexicon): Item {
  const names = had.flatMap((mention) => mention.names);
  const isAlive = names.some((name) => isKindOf(lexicon, name, ALIVE));
  const repairs = isAlive ? [] : servicesFor(["repair"], names, lexicon);
  const others = servicesAround(names, lexicon);
  const heads = [
    ...repairs.map((each) => ({ ...each, sure: 0.8 })),
    ...(others.length > 0 ? [{ names: others, sure: 0.6 }] : []),
    ...(isAlive ? [] : [{ names: ["repair"], sure: 0.7 }]),
    ...had.map((mention) => ({ names: mention.names, sure: 0.3 * mention.weight })),
  ];
  return { ...bare(raw), heads, objects: had.map(named) };
}

function shapeThing(raw: RawItem, mentions: readonly Mention[], lexicon: Lexicon): Item {
  const wanted = mentions.filter((mention) => !mention.owned || mention.trouble);
  const candidates = withoutLoss(raw, wanted.length > 0 ? wanted : mentions, lexicon).filter(
    (mention) => mentions.length === 1 || !isAnyHelp(mention.names),
  );
  const np = mayBeTheThing(candidates);
  const heads = headsOf(np, lexicon);
  // "seats for elders" names nothing that we know before its "for".
  const isAside = np.some(
    (mention) => mention.role !== "head" && !mention.trouble && !isActive(mention.names, lexicon),
  );
  const aside = isAside && !raw.words.some((word) => SOMETHING.has(word)) ? 0.7 : 1;
  const others = raw.mentions.filter((mention) => !heads.some((head) => head.mention === mention));
  const whole = forWhom(heads, others, lexicon);
  const share = aside * (whole.length > 0 ? 0.6 : 1);
  return {
    ...bare(raw),
    heads: [
      ...whole,
      ...heads.map(({ mention, sure }) => ({ names: mention.names, sure: sure * mention.weight * share })),
    ],
    mods: others.filter((mention) => !isAround(mention.role)).map(named),
    around: others.flatMap((mention) =>
      isAround(mention.role) ? [{ ...named(mention), role: mention.role }] : [],
    ),
  };
}

/** "my coat got stolen" wants a coat, not the lost and found. */
function withoutLoss(raw: RawItem, mentions: readonly Mention[], lexicon: Lexicon): readonly Mention[] {
  if (!raw.words.some((word) => LOST.has(word))) return mentions;
  const isNews = (mention: Mention) =>
    mention.names.every((name) => lexicon.concepts.get(name)?.kind === "information");
  const things = mentions.filter((mention) => !isNews(mention));
  return things.length > 0 ? things : mentions;
}

/** "food for cats" is cat food, where the lexicon has it. */
function forWhom(heads: readonly Head[], others: readonly Mention[], lexicon: Lexicon): readonly Named[] {
  const purposes = others
    .filter((mention) => mention.role === "purpose" || mention.ofBefore)
    .flatMap((mention) => mention.names);
  const things = heads[0]?.mention.names ?? [];
  const names = things
    .flatMap((thing) => purposes.map((purpose) => `${purpose}-${thing}`))
    .filter((name) => lexicon.concepts.has(name));
  return names.length > 0 ? [{ names, sure: 1 }] : [];
}

function serviceOf(doing: Mention, objects: readonly Mention[], lexicon: Lexicon): readonly Named[] {
  return servicesFor(
    doing.names,
    objects.flatMap((object) => object.names),
    lexicon,
  );
}

function isOnlyTrouble({ mentions }: RawItem): boolean {
  const strong = mentions.filter((mention) => !mention.faint && mention.weight >= 0.9);
  return strong.length > 0 && strong.every((mention) => mention.trouble);
}

function bare(raw: RawItem): Item {
  return {
    heads: [],
    objects: [],
    mods: [],
    around: [],
    to: [],
    words: raw.words,
    story: raw.story,
    trouble: isOnlyTrouble(raw),
  };
}

function named(mention: Mention): Named {
  return { names: mention.names, sure: mention.weight };
}

function isAround(role: Mention["role"]): role is "purpose" | "place" | "with" {
  return role === "purpose" || role === "place" || role === "with";
}
