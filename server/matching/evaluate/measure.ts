import type { LabelledPool, Need } from "./labelled-pool.ts";
import type { Ranked } from "./rank-pool.ts";

export type Measures = {
  readonly needs: number;
  /** How often the first gift is right, of needs that something fits. */
  readonly precisionAt1: number;
  /** How many of a need's right gifts are among the first five, of five at the most. */
  readonly recallAt5: number;
  /** Mean reciprocal rank of the first right gift. */
  readonly mrr: number;
  readonly sent: number;
  /** How many of those asked were right. */
  readonly sendPrecision: number;
  /** Of needs that something fits, for how many somebody right was asked. */
  readonly sendRecall: number;
  readonly sendF1: number;
  /** Of needs that nothing fits, for how many somebody was asked all the same; null when there are none. */
  readonly noMatchSent: number | null;
};

type Row = { readonly need: Need; readonly ranked: readonly string[]; readonly send: readonly string[] };

/** Holds a ranking against its labels, all needs and each language and tag; null where nobody labelled. */
export function measurePool(
  pool: LabelledPool,
  ranking: readonly Ranked[],
): ReadonlyMap<string, Measures> | null {
  if (pool.needs.every((need) => need.relevant === undefined)) return null;
  const byNeed = new Map(ranking.map((ranked) => [ranked.need, ranked]));
  const rows = pool.needs.map((need): Row => {
    const ranked = byNeed.get(need.id);
    const counts = (gift: string) => !need.maybe.includes(gift);
    return {
      need,
      ranked: (ranked?.ranked ?? []).map(([gift]) => gift).filter(counts),
      send: (ranked?.send ?? []).filter(counts),
    };
  });
  const groups = new Map<string, readonly Row[]>([["all", rows]]);
  for (const name of namesOf(pool.needs)) {
    groups.set(
      name,
      rows.filter(({ need }) => need.lang === name || need.tags.includes(name)),
    );
  }
  return new Map([...groups].map(([name, group]) => [name, measure(group)]));
}

function namesOf(needs: readonly Need[]): readonly string[] {
  const languages = needs.flatMap((need) => need.lang ?? []);
  const tags = needs.flatMap((need) => need.tags);
  return [...new Set([...languages.sort(), ...tags.sort()])];
}

function measure(rows: readonly Row[]): Measures {
  const met = rows.filter(({ need }) => isMet(need));
  const unmet = rows.filter(({ need }) => !isMet(need));
  const sent = sum(rows, ({ send }) => send.length);
  const right = sum(rows, ({ need, send }) => send.filter((gift) => isRight(need, gift)).length);
  const sendPrecision = sent === 0 ? 0 : right / sent;
  const sendRecall = mean(met, ({ need, send }) => Number(send.some((gift) => isRight(need, gift))));
  const both = sendPrecision + sendRecall;
  return {
    needs: rows.length,
    precisionAt1: mean(met, ({ need, ranked }) => Number(isRight(need, ranked[0]))),
    recallAt5: mean(met, recallAt5),
    mrr: mean(met, ({ need, ranked }) => reciprocal(ranked.findIndex((gift) => isRight(need, gift)))),
    sent,
    sendPrecision,
    sendRecall,
    sendF1: both === 0 ? 0 : (2 * sendPrecision * sendRecall) / both,
    noMatchSent: unmet.length === 0 ? null : mean(unmet, ({ send }) => Number(send.length > 0)),
  };
}

function isMet(need: Need): boolean {
  return (need.relevant?.length ?? 0) > 0;
}

function isRight(need: Need, gift: string | undefined): boolean {
  return gift !== undefined && (need.relevant?.includes(gift) ?? false);
}

function recallAt5({ need, ranked }: Row): number {
  const most = Math.min(5, need.relevant?.length ?? 0);
  return ranked.slice(0, 5).filter((gift) => isRight(need, gift)).length / most;
}

function reciprocal(index: number): number {
  return index < 0 ? 0 : 1 / (index + 1);
}

function mean(rows: readonly Row[], of: (row: Row) => number): number {
  return rows.length === 0 ? 0 : sum(rows, of) / rows.length;
}

function sum(rows: readonly Row[], of: (row: Row) => number): number {
  return rows.reduce((total, row) => total + of(row), 0);
}
