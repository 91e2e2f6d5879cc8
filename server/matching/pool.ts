import { lengthFactor } from "./judge/factors.ts";
import { judge, REACH, type Verdict } from "./judge/judge.ts";
import { linkOf } from "./judge/link.ts";
import type { ConceptId } from "./know/concept.ts";
import type { Knowledge } from "./know/knowledge.ts";
import type { Relations } from "./know/relate.ts";
import type { Reading } from "./text/read-post.ts";
import type { Named } from "./text/shape.ts";

/** Open needs and gifts in memory, found by what they name. */
export type Pool = { readonly knowledge: Knowledge; readonly needs: Side; readonly gifts: Side };

type Side = {
  readonly readings: Map<number, Reading>;
  /** Who names a concept as the thing itself. */
  readonly things: Map<ConceptId, Set<number>>;
  /** Who names it beside the thing. */
  readonly details: Map<ConceptId, Set<number>>;
};

export type Hit = { readonly id: number; readonly verdict: Verdict };

export function createPool(knowledge: Knowledge): Pool {
  return { knowledge, needs: emptySide(), gifts: emptySide() };
}

export function put(pool: Pool, id: number, reading: Reading): void {
  remove(pool, id);
  const side = reading.kind === "need" ? pool.needs : pool.gifts;
  side.readings.set(id, reading);
  for (const name of thingsOf(reading).keys()) listed(side.things, name).add(id);
  for (const name of detailsOf(reading).keys()) listed(side.details, name).add(id);
}

export function remove(pool: Pool, id: number): void {
  for (const side of [pool.needs, pool.gifts]) {
    const reading = side.readings.get(id);
    if (!reading) continue;
    side.readings.delete(id);
    for (const name of thingsOf(reading).keys()) unlist(side.things, name, id);
    for (const name of detailsOf(reading).keys()) unlist(side.details, name, id);
  }
}

export type Search = {
  /** Scores below are not looked for. */
  readonly floor: number;
  readonly most: number;
  /** Equal scores stand in an order drawn by lot, the same for the same seed. */
  readonly seed: number;
  /** Posts that are left out. */
  readonly skip?: (id: number) => boolean;
  /** Posts that are judged in any case, beyond `most`. */
  readonly also?: readonly number[];
};

/**
 * The posts of the other side that score at least `floor` with `reading`, best first: what judging all of them finds,
 * but for which of equal scores are the last of `most`.
 */
export function findHits(pool: Pool, reading: Reading, search: Search): readonly Hit[] {
  const { most, seed, also = [] } = search;
  const hits = best(likeliest(pool, reading, search), most, seed);
  const found = new Set(hits.map((hit) => hit.id));
  const others = also.filter((id) => !found.has(id)).flatMap((id) => judged(pool, reading, id, search));
  return others.length === 0 ? hits : best([...hits, ...others], most + others.length, seed);
}

function likeliest(pool: Pool, reading: Reading, search: Search): readonly Hit[] {
  const { floor, most, seed } = search;
  const other = otherSide(pool, reading);
  const levels = [...levelsOf(pool.knowledge, reading, other, floor)].sort(([a], [b]) => b - a);
  const hits: Hit[] = [];
  for (const [bound, ids] of levels) {
    let unbeaten = hits.filter((hit) => hit.verdict.score >= bound).length;
    for (const id of byLot(ids, seed)) {
      // Enough that nobody who comes now can beat.
      if (unbeaten >= most) return hits;
      for (const hit of judged(pool, reading, id, search)) {
        hits.push(hit);
        if (hit.verdict.score >= bound) unbeaten++;
      }
    }
  }
  return hits;
}

function judged(pool: Pool, reading: Reading, id: number, { floor, skip }: Search): readonly Hit[] {
  const other = otherSide(pool, reading).readings.get(id);
  if (!other || skip?.(id)) return [];
  const [need, gift] = reading.kind === "need" ? [reading, other] : [other, reading];
  const verdict = judge(need, gift, pool.knowledge);
  return verdict.score === 0 || verdict.score < floor ? [] : [{ id, verdict }];
}

function otherSide(pool: Pool, { kind }: Reading): Side {
  return kind === "need" ? pool.gifts : pool.needs;
}

function best(hits: readonly Hit[], most: number, seed: number): readonly Hit[] {
  return hits
    .toSorted((a, b) => b.verdict.score - a.verdict.score || lotOf(seed, a.id) - lotOf(seed, b.id))
    .slice(0, most);
}

/** The posts of the other side by how much they can score at the most: by the best relation between what both name. */
function levelsOf(
  knowledge: Knowledge,
  reading: Reading,
  other: Side,
  floor: number,
): ReadonlyMap<number, readonly number[]> {
  const bounds = boundsOf(knowledge, reading, other, floor);
  const levels = new Map<number, number[]>();
  for (const [id, bound] of bounds) {
    const ids = levels.get(bound);
    if (ids) ids.push(id);
    else levels.set(bound, [id]);
  }
  return levels;
}

function boundsOf(
  knowledge: Knowledge,
  reading: Reading,
  other: Side,
  floor: number,
): ReadonlyMap<number, number> {
  const bounds = new Map<number, number>();
  const isNeed = reading.kind === "need";
  const ceiling = isNeed ? lengthFactor(reading) : 1;
  const reach = (
    mine: ReadonlyMap<ConceptId, number>,
    theirs: ReadonlyMap<ConceptId, ReadonlySet<number>>,
    most: number,
  ) => {
    for (const [name, ids] of theirs) {
      const bound = strongest(mine, name, isNeed, knowledge.relations) * most * ceiling;
      if (bound === 0 || bound < floor) continue;
      for (const id of ids) if (bound > (bounds.get(id) ?? 0)) bounds.set(id, bound);
    }
  };
  const things = thingsOf(reading);
  const details = detailsOf(reading);
  reach(things, other.things, REACH.thingToThing);
  reach(things, other.details, isNeed ? REACH.thingToDetail : REACH.detailToThing);
  reach(details, other.things, isNeed ? REACH.detailToThing : REACH.thingToDetail);
  reach(details, other.details, REACH.detailToDetail);
  return bounds;
}

function strongest(
  mine: ReadonlyMap<ConceptId, number>,
  theirs: ConceptId,
  isNeed: boolean,
  relations: Relations,
): number {
  let value = 0;
  for (const [own, sure] of mine) {
    if (sure <= value) continue;
    const link = isNeed ? linkOf(own, theirs, relations) : linkOf(theirs, own, relations);
    if (link && link.value * sure > value) value = link.value * sure;
  }
  return value;
}

function thingsOf(reading: Reading): ReadonlyMap<ConceptId, number> {
  return surest(reading.items.flatMap((item) => item.heads));
}

function detailsOf(reading: Reading): ReadonlyMap<ConceptId, number> {
  return surest(reading.items.flatMap((item) => [...item.objects, ...item.mods, ...item.around, ...item.to]));
}

/** What is named, with how sure it is that it was meant. */
function surest(named: readonly Named[]): ReadonlyMap<ConceptId, number> {
  const sure = new Map<ConceptId, number>();
  for (const each of named)
    for (const name of each.names) sure.set(name, Math.max(sure.get(name) ?? 0, each.sure));
  return sure;
}

/** In an order that nobody chose, the same for the same seed and ids. */
function byLot(ids: readonly number[], seed: number): readonly number[] {
  return ids
    .map((id) => ({ id, lot: lotOf(seed, id) }))
    .sort((a, b) => a.lot - b.lot || a.id - b.id)
    .map(({ id }) => id);
}

function lotOf(seed: number, id: number): number {
  let mixed = Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b) ^ Math.imul(id, 0xc2b2ae35);
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x2c1b3c6d);
  return (mixed ^ (mixed >>> 13)) >>> 0;
}

function emptySide(): Side {
  return { readings: new Map(), things: new Map(), details: new Map() };
}

function listed(lists: Map<ConceptId, Set<number>>, name: ConceptId): Set<number> {
  let ids = lists.get(name);
  if (!ids) {
    ids = new Set();
    lists.set(name, ids);
  }
  return ids;
}

function unlist(lists: Map<ConceptId, Set<number>>, name: ConceptId, id: number): void {
  const ids = lists.get(name);
  ids?.delete(id);
  if (ids?.size === 0) lists.delete(name);
}
