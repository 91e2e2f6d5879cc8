import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { parsePool } from "#server/matching/evaluate/labelled-pool.ts";
import { type Measures, measurePool } from "#server/matching/evaluate/measure.ts";
import { rankPool } from "#server/matching/evaluate/rank-pool.ts";
import { root } from "#test/meta/repository.ts";
import { knowledge } from "./knowledge.ts";

/** A little under what was measured, so that an edit of the lexicon may move a need or two, and no more. */
const FLOORS = {
  "flooded-town": { precisionAt1: 0.9, sendPrecision: 0.95, sendRecall: 0.65, noMatchSent: 0.1 },
  "camp-2": { precisionAt1: 0.69, sendPrecision: 0.86, sendRecall: 0.5, noMatchSent: 0.04 },
  village: { precisionAt1: 0.6, sendPrecision: 0.8, sendRecall: 0.42, noMatchSent: 0.08 },
  square: { precisionAt1: 0.56, sendPrecision: 0.63, sendRecall: 0.33, noMatchSent: 0.25 },
  hurricane: { precisionAt1: 0.47, sendPrecision: 0.7, sendRecall: 0.27, noMatchSent: 0.21 },
} as const;

function measured(name: string): ReadonlyMap<string, Measures> {
  const file = join(root, "test/fixtures/matching", `${name}.jsonl`);
  const pool = parsePool(readFileSync(file, "utf8"));
  const measures = measurePool(pool, rankPool(pool, knowledge));
  if (!measures) throw new Error(`${name} has no labels`);
  return measures;
}

describe.each(Object.entries(FLOORS))("in the labelled pool %s", (name, floor) => {
  test("the right gift comes first, few texts are wasted and few needs missed, as measured or better", () => {
    const all = measured(name).get("all");
    expect(all?.precisionAt1).toBeGreaterThanOrEqual(floor.precisionAt1);
    expect(all?.sendPrecision).toBeGreaterThanOrEqual(floor.sendPrecision);
    expect(all?.sendRecall).toBeGreaterThanOrEqual(floor.sendRecall);
    expect(all?.noMatchSent).toBeLessThanOrEqual(floor.noMatchSent);
  });
});

test("Spanish and mistyped needs of the flooded town are met as well as others", () => {
  const measures = measured("flooded-town");
  expect(measures.get("es")?.precisionAt1).toBeGreaterThanOrEqual(0.85);
  expect(measures.get("typo")?.precisionAt1).toBeGreaterThanOrEqual(0.85);
});
