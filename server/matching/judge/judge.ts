import type { Knowledge } from "../know/knowledge.ts";
import type { Relations } from "../know/relate.ts";
import type { ReadItem, Reading } from "../text/read-post.ts";
import { conflictOf } from "./conflicts.ts";
import {
  ageFactor,
  detailFactor,
  hourFactor,
  lengthFactor,
  objectFactor,
  placeFactor,
  propertyFactor,
} from "./factors.ts";
import { bestLink, type Linked } from "./link.ts";
import type { Lowered, Reason } from "./reason.ts";

export type Verdict = {
  /** 0 to 1, not yet a probability; 0 for what must not meet. */
  readonly score: number;
  readonly reasons: readonly Reason[];
};

/** What a link between the things, or what is named beside them, counts at the most. */
export const REACH = {
  thingToThing: 1,
  thingToDetail: 0.6,
  detailToThing: 0.35,
  detailToDetail: 0.2,
} as const;
/** A need's story, where it goes on to say what is wanted. */
const STORY = 0.6;
/** From this link on between the things, what stands beside them is not looked at. */
const CLEAR = 0.4;

const NOTHING: Verdict = { score: 0, reasons: [] };

/** How well a gift meets a need: the best of what each lists. Pure; the same for the same two readings. */
export function judge(need: Reading, gift: Reading, knowledge: Knowledge): Verdict {
  if (gift.gone) return NOTHING;
  const story = need.items.some((item) => !item.story) ? STORY : 1;
  let best = NOTHING;
  for (const wanted of need.items) {
    for (const given of gift.items) {
      const verdict = judgeItems({ wanted, given, need, gift }, wanted.story ? story : 1, knowledge);
      if (verdict.score > best.score) best = verdict;
    }
  }
  return best;
}

export type Pair = {
  readonly wanted: ReadItem;
  readonly given: ReadItem;
  readonly need: Reading;
  readonly gift: Reading;
};

function judgeItems(pair: Pair, story: number, knowledge: Knowledge): Verdict {
  const { wanted, given, need, gift } = pair;
  const { relations } = knowledge;
  const things = bestLink(wanted.heads, given.heads, relations);
  const loose = things && things.value >= CLEAR ? null : looseLink(wanted, given, relations);
  const beside = loose !== null && loose.value > (things?.value ?? 0);
  const link = beside ? loose : things;
  if (!link || conflictOf(pair, link, knowledge)) return NOTHING;
  const factors: readonly (readonly [Lowered, number])[] = [
    ["object", objectFactor(wanted, given, relations)],
    ["details", detailFactor(wanted, given, relations)],
    ["age", ageFactor(wanted, given, link, knowledge.lexicon)],
    ["property", propertyFactor(wanted, given, link, knowledge.lexicon)],
    ["place", placeFactor(wanted, given)],
    ["hours", hourFactor(need.when, gift.when)],
    ["length", lengthFactor(need)],
    ["story", story],
  ];
  const lowered = factors.filter(([, factor]) => factor < 1).map(([by]): Reason => ({ kind: "lowered", by }));
  return {
    score: factors.reduce((score, [, factor]) => score * factor, link.value),
    reasons: [{ kind: "link", link: link.link, need: link.need, gift: link.gift, beside }, ...lowered],
  };
}

/** Where the thing itself is not given, it may come along, or be named beside. */
function looseLink(wanted: ReadItem, given: ReadItem, relations: Relations): Linked | null {
  const [along, about] = [
    given.around.filter((each) => each.role === "with"),
    [...given.mods, ...given.objects, ...given.around.filter((each) => each.role !== "with"), ...given.to],
  ];
  const beside = [...wanted.mods, ...wanted.objects, ...wanted.around];
  const links = [
    weaken(bestLink(wanted.heads, along, relations), REACH.thingToDetail),
    weaken(bestLink(wanted.heads, about, relations), REACH.detailToThing),
    weaken(bestLink(beside, given.heads, relations), REACH.detailToThing),
    weaken(bestLink(beside, [...about, ...along], relations), REACH.detailToDetail),
  ];
  return links.reduce((best, each) => (each && each.value > (best?.value ?? 0) ? each : best), null);
}

function weaken(link: Linked | null, by: number): Linked | null {
  return link && { ...link, value: link.value * by };
}
