import { findMatches } from "../find-matches.ts";
import type { Reason } from "../judge/reason.ts";
import type { Knowledge } from "../know/knowledge.ts";
import { createPool, put } from "../pool.ts";
import { readPost } from "../text/read-post.ts";
import type { LabelledPool } from "./labelled-pool.ts";

export type Ranked = {
  readonly need: string;
  /** Gifts with their probabilities, best first. */
  readonly ranked: readonly (readonly [gift: string, probability: number])[];
  /** Who would be asked. */
  readonly send: readonly string[];
  readonly reasons: ReadonlyMap<string, readonly Reason[]>;
};

const MOST_RANKED = 10;
const MOST_ASKED = 3;

/** Runs the matcher over a pool as the server would, every gift open for every need. */
export function rankPool(
  { gifts, needs }: LabelledPool,
  knowledge: Knowledge,
  read: typeof readPost = readPost,
): readonly Ranked[] {
  const pool = createPool(knowledge);
  gifts.forEach((gift, index) => {
    put(pool, index, read(gift.text, "gift", knowledge));
  });
  return needs.map((need, seed) => {
    const found = findMatches(pool, read(need.text, "need", knowledge), {
      floor: 0,
      most: MOST_RANKED,
      seed,
    });
    const named = found.map((each) => ({ ...each, gift: gifts[each.id]?.id ?? "" }));
    return {
      need: need.id,
      ranked: named.map((each) => [each.gift, each.probability] as const),
      send: named
        .filter((each) => each.fits)
        .slice(0, MOST_ASKED)
        .map((each) => each.gift),
      reasons: new Map(named.map((each) => [each.gift, each.reasons])),
    };
  });
}
