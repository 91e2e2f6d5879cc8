import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parsePool } from "#server/matching/evaluate/labelled-pool.ts";
import { findMatches } from "#server/matching/find-matches.ts";
import { judge } from "#server/matching/judge/judge.ts";
import { createPool, findHits, type Pool, put, remove } from "#server/matching/pool.ts";
import { NEAR_FROM, scoreAt } from "#server/matching/probability.ts";
import type { Reading } from "#server/matching/text/read-post.ts";
import { filesLike, textOf } from "#test/meta/repository.ts";
import { knowledge, readGift, readNeed } from "./knowledge.ts";

const pools = filesLike("test/fixtures/matching/*.jsonl").map((file) => parsePool(textOf(file)));
const needs = pools.flatMap((pool) => pool.needs.map((need) => readNeed(need.text)));
const gifts = pools.flatMap((pool) => pool.gifts.map((gift) => readGift(gift.text)));
const floor = scoreAt(NEAR_FROM);
const all = { floor, most: 1_000_000, seed: 1 };

function poolOf(readings: readonly Reading[]): Pool {
  const pool = createPool(knowledge);
  readings.forEach((reading, id) => {
    put(pool, id, reading);
  });
  return pool;
}

const byId = (a: readonly [number, number], b: readonly [number, number]) => a[0] - b[0];
const scoresOf = (hits: readonly { id: number; verdict: { score: number } }[]) =>
  hits.map((hit) => [hit.id, hit.verdict.score] as const).sort(byId);

describe("finding", () => {
  test("loses nothing that judging every gift would ask over or show as a near miss", () => {
    const pool = poolOf(gifts);
    for (const need of needs.filter((_, at) => at % 9 === 0)) {
      const judged = gifts.map((gift, id) => ({ id, verdict: judge(need, gift, knowledge) }));
      const wanted = judged.filter((hit) => hit.verdict.score > 0 && hit.verdict.score >= floor);
      expect(scoresOf(findHits(pool, need, all))).toEqual(scoresOf(wanted));
    }
  });

  test("finds the same pairs from the gift's side as from the need's", () => {
    const some = { needs: needs.slice(0, 150), gifts: gifts.slice(0, 300) };
    const pool = createPool(knowledge);
    some.needs.forEach((reading, id) => {
      put(pool, id, reading);
    });
    some.gifts.forEach((reading, id) => {
      put(pool, 1000 + id, reading);
    });
    const fromNeeds = some.needs.flatMap((need, id) =>
      findHits(pool, need, all).map((hit) => `${id} ${hit.id}`),
    );
    const fromGifts = some.gifts.flatMap((gift, id) =>
      findHits(pool, gift, all).map((hit) => `${hit.id} ${1000 + id}`),
    );
    expect(fromGifts.sort()).toEqual(fromNeeds.sort());
  });

  test("with a limit, the best are found, and no worse one in the place of a better", () => {
    const pool = poolOf(gifts);
    for (const need of needs.filter((_, at) => at % 25 === 0)) {
      const full = findHits(pool, need, all).map((hit) => hit.verdict.score);
      const few = findHits(pool, need, { ...all, most: 5 }).map((hit) => hit.verdict.score);
      expect(few).toEqual(full.slice(0, 5));
    }
  });
});

describe("what others post", () => {
  const some = gifts.slice(0, 400);
  const asked = (pool: Pool, need: Reading) =>
    findMatches(pool, need, { floor, most: 60, seed: 7 })
      .filter((match) => match.fits)
      .map((match) => [match.id, match.probability]);

  test("an unrelated gift never changes who is asked", () => {
    fc.assert(
      fc.property(fc.nat(needs.length - 1), fc.nat(gifts.length - 1), (at, other) => {
        const need = needs[at] as Reading;
        const stranger = gifts[other] as Reading;
        fc.pre(judge(need, stranger, knowledge).score < floor);
        const pool = poolOf(some);
        const before = asked(pool, need);
        put(pool, 99_999, stranger);
        expect(asked(pool, need)).toEqual(before);
      }),
      { numRuns: 30 },
    );
  });

  test("the order in which they came changes nothing, nor do those that went again", () => {
    fc.assert(
      fc.property(
        fc.nat(needs.length - 1),
        fc.shuffledSubarray([...some.keys()], { minLength: 400 }),
        (at, order) => {
          const need = needs[at] as Reading;
          const pool = createPool(knowledge);
          for (const id of order) put(pool, id, some[id] as Reading);
          for (const id of order.slice(0, 50)) {
            remove(pool, id);
            put(pool, id, some[id] as Reading);
          }
          expect(asked(pool, need)).toEqual(asked(poolOf(some), need));
        },
      ),
      { numRuns: 15 },
    );
  });
});
