import type { Db } from "./db.ts";

export type SettledItem = { readonly id: number; readonly personId: number | null; readonly words: string };
const SETTLED = { id: true, personId: true, words: true } as const;

/** Items that were merged into this one: its fate is theirs. */
export async function mergedInto(db: Db, id: number): Promise<readonly SettledItem[]> {
  return db.item.findMany({
    where: { intoId: id, state: "merged" },
    select: SETTLED,
    orderBy: { id: "asc" },
  });
}

/** An accepted item that somebody offered waits for its answer again; null when it is none. */
export async function reopenItem(db: Db, id: number, gatheringId: number): Promise<SettledItem | null> {
  const [item] = await db.item.updateManyAndReturn({
    where: { id, gatheringId, state: "accepted", personId: { not: null } },
    data: { state: "offered", answeredAt: null, place: 0 },
    select: SETTLED,
  });
  return item ?? null;
}

/** Those merged into it wait for their own answer again. */
export async function reopenMerged(db: Db, id: number): Promise<void> {
  await db.item.updateMany({
    where: { intoId: id, state: "merged" },
    data: { state: "offered", answeredAt: null, intoId: null },
  });
}

/** An accepted item goes to the end of another agenda, with what was merged into it; null when it is none. */
export async function carryItem(
  db: Db,
  id: number,
  { from, to }: { readonly from: number; readonly to: number },
): Promise<SettledItem | null> {
  const { _max } = await db.item.aggregate({
    where: { gatheringId: to, state: "accepted" },
    _max: { place: true },
  });
  const [item] = await db.item.updateManyAndReturn({
    where: { id, gatheringId: from, state: "accepted" },
    data: { gatheringId: to, place: (_max.place ?? -1) + 1 },
    select: SETTLED,
  });
  if (item) await followItem(db, id, to);
  return item ?? null;
}

/** What was merged into an item is of its gathering. */
export async function followItem(db: Db, id: number, gatheringId: number): Promise<void> {
  await db.item.updateMany({ where: { intoId: id, state: "merged" }, data: { gatheringId } });
}

/** What people offered and the table put on this agenda, merged or by itself. */
export async function promisedItems(db: Db, gatheringId: number): Promise<readonly SettledItem[]> {
  return db.item.findMany({
    where: { gatheringId, state: { in: ["accepted", "merged"] }, personId: { not: null } },
    select: SETTLED,
    orderBy: { id: "asc" },
  });
}

/** What the table sent to a group, newest first. */
export async function itemsSentTo(
  db: Db,
  groupId: number,
  most: number,
): Promise<readonly { id: number; words: string; answeredAt: Date | null }[]> {
  return db.item.findMany({
    where: { groupId, state: "sent" },
    select: { id: true, words: true, answeredAt: true },
    orderBy: { answeredAt: "desc" },
    take: most,
  });
}
