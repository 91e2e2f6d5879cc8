import { readFileSync } from "node:fs";
import { loadKnowledge } from "#server/knowledge.ts";
import { parsePool } from "#server/matching/evaluate/labelled-pool.ts";
import { judge } from "#server/matching/judge/judge.ts";
import { readPost } from "#server/matching/text/read-post.ts";

type Pair = { readonly score: number; readonly right: number };

const STEPS = 20_000;
const RATE = 0.5;

/**
 * `node scripts/run.mjs scripts/matching/calibrate.ts POOL.jsonl ...`: fits the curve of
 * `server/matching/probability.ts` to labelled pairs, and shows how well it holds in each band of scores.
 */
function main(files: readonly string[]): void {
  const pairs = files.flatMap(pairsOf);
  const { steepness, middle } = fitCurve(pairs);
  console.log(`STEEPNESS ${steepness.toFixed(2)}, MIDDLE ${middle.toFixed(3)}, from ${pairs.length} pairs`);
  const bands = Map.groupBy(pairs, ({ score }) => Math.floor(score * 10) / 10);
  const rows = [...bands]
    .sort(([a], [b]) => a - b)
    .map(([band, inside]) => [
      `${band.toFixed(1)} to ${(band + 0.1).toFixed(1)}`,
      {
        pairs: inside.length,
        right: (sum(inside, (pair) => pair.right) / inside.length).toFixed(2),
        curve: (sum(inside, (pair) => curve(pair.score, steepness, middle)) / inside.length).toFixed(2),
      },
    ]);
  console.table(Object.fromEntries(rows));
}

function pairsOf(file: string): readonly Pair[] {
  const knowledge = loadKnowledge(null);
  const pool = parsePool(readFileSync(file, "utf8"));
  const gifts = pool.gifts.map((gift) => ({ id: gift.id, reading: readPost(gift.text, "gift", knowledge) }));
  return pool.needs.flatMap((need) => {
    const reading = readPost(need.text, "need", knowledge);
    return gifts
      .filter(({ id }) => !need.maybe.includes(id))
      .map((gift) => ({
        score: judge(reading, gift.reading, knowledge).score,
        right: need.relevant?.includes(gift.id) ? 1 : 0,
      }))
      .filter(({ score }) => score >= 0.3);
  });
}

/** Logistic regression on one feature, by plain gradient descent. */
function fitCurve(pairs: readonly Pair[]): { steepness: number; middle: number } {
  let weight = 1;
  let bias = 0;
  for (let step = 0; step < STEPS; step++) {
    const errors = pairs.map(({ score, right }) => ({
      score,
      error: 1 / (1 + Math.exp(-(weight * score + bias))) - right,
    }));
    weight -= (RATE * sum(errors, ({ score, error }) => error * score)) / pairs.length;
    bias -= (RATE * sum(errors, ({ error }) => error)) / pairs.length;
  }
  return { steepness: weight, middle: -bias / weight };
}

function curve(score: number, steepness: number, middle: number): number {
  return 1 / (1 + Math.exp(-steepness * (score - middle)));
}

function sum<T>(items: readonly T[], of: (item: T) => number): number {
  return items.reduce((total, item) => total + of(item), 0);
}

main(process.argv.slice(2));
