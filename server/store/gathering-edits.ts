import type { Db } from "./db.ts";

export type GatheringRow = {
  readonly seriesId: number | null;
  readonly groupId: number | null;
  readonly format: string;
  readonly title: string;
  readonly place: string;
  readonly notes: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly open: boolean;
};

const WITH_GROUP = { group: { select: { number: true, name: true } } } as const;

/** All that start in `from <= start < to`, cancelled ones too, soonest first. */
export async function gatheringsBetween(db: Db, from: Date, to: Date) {
  return db.gathering.findMany({
    where: { startsAt: { gte: from, lt: to } },
    include: WITH_GROUP,
    orderBy: [{ startsAt: "asc" }, { id: "asc" }],
  });
}

/** When the first one starts that does so at `from` or after it. */
export async function firstStartFrom(db: Db, from: Date): Promise<Date | null> {
  const { _min } = await db.gathering.aggregate({
    where: { startsAt: { gte: from } },
    _min: { startsAt: true },
  });
  return _min.startsAt;
}

/** One gathering with its group, its series and how many know of it; null when there is none. */
export async function gatheringAtWork(db: Db, id: number) {
  return db.gathering.findUnique({
    where: { id },
    include: { ...WITH_GROUP, series: true, _count: { select: { told: true } } },
  });
}

/** One gathering with its series, under its lock: of two changes at once the second sees the first. */
export async function lockGathering(db: Db, id: number) {
  await db.$queryRaw`SELECT 1 AS found FROM gatherings WHERE id = ${id} FOR NO KEY UPDATE`;
  return db.gathering.findUnique({ where: { id }, include: { series: true } });
}

/** Adds gatherings; a date that its series has already is left out. The ids of the new ones. */
export async function addGatherings(
  db: Db,
  rows: readonly GatheringRow[],
  now: Date,
): Promise<readonly number[]> {
  if (rows.length === 0) return [];
  const added = await db.gathering.createManyAndReturn({
    data: rows.map((row) => ({ ...row, createdAt: now })),
    skipDuplicates: true,
    select: { id: true },
  });
  return added.map(({ id }) => id);
}

export async function changeGathering(db: Db, id: number, row: Partial<GatheringRow>): Promise<void> {
  await db.gathering.update({ where: { id }, data: row });
}

/** False when it was cancelled before, is over, or was never there. */
export async function markCancelled(db: Db, id: number, now: Date): Promise<boolean> {
  const { count } = await db.gathering.updateMany({
    where: { id, cancelledAt: null, endsAt: { gt: now } },
    data: { cancelledAt: now },
  });
  return count > 0;
}

/** False when it was not cancelled, or its time has passed. */
export async function unmarkCancelled(db: Db, id: number, now: Date): Promise<boolean> {
  const { count } = await db.gathering.updateMany({
    where: { id, cancelledAt: { not: null }, startsAt: { gt: now } },
    data: { cancelledAt: null },
  });
  return count > 0;
}

/** Deletes a date that nobody was told of and nobody offered anything to; false when it has to stay. */
export async function deleteUnknown(db: Db, id: number): Promise<boolean> {
  const { count } = await db.gathering.deleteMany({
    where: { id, told: { none: {} }, items: { none: {} }, broadcasts: { none: {} } },
  });
  return count > 0;
}

/** The dates still ahead of a series; `cancelled` ones count as theirs. */
export async function datesAhead(db: Db, seriesId: number, now: Date) {
  return db.gathering.findMany({
    where: { seriesId, startsAt: { gt: now } },
    orderBy: { startsAt: "asc" },
    select: { id: true, startsAt: true, place: true, cancelledAt: true },
  });
}

/** Whether the dates of a series are for everybody, as its last one is. */
export async function isSeriesOpen(db: Db, seriesId: number): Promise<boolean> {
  const last = await db.gathering.findFirst({
    where: { seriesId },
    orderBy: { startsAt: "desc" },
    select: { open: true },
  });
  return last?.open ?? true;
}

/** What is ahead of a group, outside any series or in one. */
export async function aheadOfGroup(db: Db, groupId: number, now: Date): Promise<readonly number[]> {
  const rows = await db.gathering.findMany({
    where: { groupId, cancelledAt: null, startsAt: { gt: now } },
    select: { id: true },
  });
  return rows.map(({ id }) => id);
}
