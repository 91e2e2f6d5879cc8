import type { Db } from "./db.ts";

export type SeriesWords = {
  readonly groupId: number | null;
  readonly format: string;
  readonly title: string;
  readonly place: string;
  readonly notes: string;
  readonly rule: string;
  readonly startsAt: Date;
  readonly minutes: number;
  /** The regular time of its group, which the group's form sets. */
  readonly regular?: boolean;
};

export type SeriesRow = SeriesWords & {
  readonly id: number;
  /** Its dates are planned up to here. */
  readonly plannedTo: Date;
  readonly closedAt: Date | null;
};

/** The series under its lock: its dates are planned or changed by one at a time. */
export async function lockSeries(db: Db, id: number): Promise<SeriesRow | null> {
  await db.$queryRaw`SELECT 1 AS found FROM series WHERE id = ${id} FOR NO KEY UPDATE`;
  return db.series.findUnique({ where: { id } });
}

export async function addSeries(db: Db, words: SeriesWords, plannedTo: Date): Promise<SeriesRow> {
  return db.series.create({ data: { ...words, plannedTo } });
}

export async function changeSeries(db: Db, id: number, words: SeriesWords, plannedTo: Date): Promise<void> {
  await db.series.update({ where: { id }, data: { ...words, plannedTo } });
}

export async function setPlannedTo(db: Db, id: number, plannedTo: Date): Promise<void> {
  await db.series.update({ where: { id }, data: { plannedTo } });
}

/** False when it was closed before. */
export async function endSeries(db: Db, id: number, now: Date): Promise<boolean> {
  const { count } = await db.series.updateMany({ where: { id, closedAt: null }, data: { closedAt: now } });
  return count > 0;
}

/** The open series of a group, its regular time and others. */
export async function seriesOfGroup(db: Db, groupId: number): Promise<readonly SeriesRow[]> {
  return db.series.findMany({ where: { groupId, closedAt: null }, orderBy: { id: "asc" } });
}
