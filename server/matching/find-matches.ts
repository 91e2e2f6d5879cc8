import type { Reason } from "./judge/reason.ts";
import { findHits, type Pool } from "./pool.ts";
import { ASK_FROM, probabilityOf } from "./probability.ts";
import type { Reading } from "./text/read-post.ts";

export type Found = {
  readonly id: number;
  readonly probability: number;
  /** Whether a giver is asked over it; else it is a near miss. */
  readonly fits: boolean;
  readonly reasons: readonly Reason[];
};

/** The posts of the other side that may fit, likeliest first, none below `from`. */
export function findMatches(
  pool: Pool,
  reading: Reading,
  search: { readonly fromScore: number; readonly most: number; readonly seed: number },
): readonly Found[] {
  const { fromScore, most, seed } = search;
  return findHits(pool, reading, { floor: fromScore, most, seed }).map(({ id, verdict }) => {
    const probability = probabilityOf(verdict.score);
    return { id, probability, fits: probability >= ASK_FROM, reasons: verdict.reasons };
  });
}
