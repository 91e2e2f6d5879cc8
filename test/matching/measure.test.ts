import { expect, test } from "vitest";
import type { LabelledPool } from "#server/matching/evaluate/labelled-pool.ts";
import { measurePool } from "#server/matching/evaluate/measure.ts";
import type { Ranked } from "#server/matching/evaluate/rank-pool.ts";

const need = (id: string, relevant: string[], maybe: string[] = []) => ({
  kind: "need" as const,
  id,
  text: id,
  lang: "en",
  tags: relevant.length === 0 ? ["nomatch"] : [],
  relevant,
  maybe,
});
const pool: LabelledPool = {
  gifts: ["a", "b", "c", "d"].map((id) => ({ kind: "gift", id, text: id })),
  needs: [need("n1", ["a", "b"]), need("n2", ["c"], ["d"]), need("n3", [])],
};
const ranked = (id: string, gifts: string[], send: string[]): Ranked => ({
  need: id,
  ranked: gifts.map((gift) => [gift, 0.5]),
  send,
  reasons: new Map(),
});

test("the measures are those of the reference scorer: arguable gifts are taken out, needs that nothing fits count apart", () => {
  const measures = measurePool(pool, [
    ranked("n1", ["c", "a", "b"], ["a", "c"]),
    ranked("n2", ["d", "c"], ["d", "c"]),
    ranked("n3", ["a"], ["a"]),
  ]);
  expect(measures?.get("all")).toEqual({
    needs: 3,
    precisionAt1: 0.5,
    recallAt5: 1,
    mrr: 0.75,
    sent: 4,
    sendPrecision: 0.5,
    sendRecall: 1,
    sendF1: 2 / 3,
    noMatchSent: 1,
  });
  expect(measures?.get("nomatch")?.needs).toBe(1);
});

test("a pool that nobody labelled has no measures", () => {
  const bare = { ...pool, needs: [{ ...need("n1", []), relevant: undefined }] };
  expect(measurePool(bare, [])).toBe(null);
});
