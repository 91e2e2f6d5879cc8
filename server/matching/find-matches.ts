import type { Reason } from "./judge/reason.ts";
import { findHits, type Pool, type Search } from "./pool.ts";
import { ASK_FROM, probabilityOf } from "./probability.ts";
import type { Reading } from "./text/read-post.ts";

/** A post of the other side that may fit. */
export type Match = {
  readonly id: number;
  readonly probability: number;
  /** Whether a giver is asked over it; else it is a near miss. */
  readonly fits: boolean;
  readonly reasons: readonly Reason[];
};

/** The posts of the other side that may fit, likeliest first. */
export function findMatches(pool: Pool, reading: Reading, search: Search): readonly Match[] {
  return findHits(pool, reading, search).map(({ id, verdict }) => {
    const probability = probabilityOf(verdict.score);
    return { id, probability, fits: probability >= ASK_FROM, reasons: verdict.reasons };
  });
}
