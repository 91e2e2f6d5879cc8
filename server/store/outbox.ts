import type { Db } from "./db.ts";

export type Wake = { readonly id: number; readonly name: string };

const LEASE_SECONDS = 30;

/** Adds one thing that is to happen at `dueAt` (or as soon as possible), in the caller's transaction. */
export async function addJob(db: Db, name: string, subjectId: number, dueAt: Date): Promise<void> {
  await db.outbox.create({ data: { name, subjectId, dueAt, wakeAt: dueAt } });
}

/** The same for many subjects at once. */
export async function addJobs(
  db: Db,
  name: string,
  subjectIds: readonly number[],
  dueAt: Date,
): Promise<void> {
  if (subjectIds.length === 0) return;
  await db.outbox.createMany({
    data: subjectIds.map((subjectId) => ({ name, subjectId, dueAt, wakeAt: dueAt })),
  });
}

/** Adds a standing job (one row for ever, which sets its own next time) unless it is there. */
export async function addStandingJob(db: Db, name: string, dueAt: Date): Promise<void> {
  await db.$executeRaw`
    INSERT INTO outbox (name, subject_id, due_at, wake_at)
    SELECT ${name}, 0, ${dueAt}::timestamptz, ${dueAt}::timestamptz
    WHERE NOT EXISTS (SELECT FROM outbox WHERE name = ${name})`;
}

/**
 * Leases what is due to the caller, who hands it to the queue. What is not done when its lease ends is leased
 * again, each time for twice as long: a queue that lost everything is filled again from here.
 */
export async function leaseDue(db: Db, most: number, now: Date): Promise<readonly Wake[]> {
  return db.$queryRaw<Wake[]>`
    UPDATE outbox SET wakes = wakes + 1,
      wake_at = ${now}::timestamptz + ${LEASE_SECONDS} * power(2, least(wakes, 7)) * interval '1 second'
    WHERE id IN (
      SELECT id FROM outbox WHERE wake_at <= ${now}::timestamptz ORDER BY wake_at LIMIT ${most} FOR UPDATE SKIP LOCKED
    )
    RETURNING id, name`;
}

/** Locks one job for the transaction; null when it is done, or another worker is at it. */
export async function takeJob(
  db: Db,
  id: number,
): Promise<{ name: string; subjectId: number; dueAt: Date } | null> {
  const [job] = await db.$queryRaw<{ name: string; subjectId: number; dueAt: Date }[]>`
    SELECT name, subject_id AS "subjectId", due_at AS "dueAt" FROM outbox WHERE id = ${id} FOR UPDATE SKIP LOCKED`;
  return job ?? null;
}

/**
 * The jobs' effect is done: they go, or one of them sleeps until `again`, unless another of the same name and
 * subject wakes before that anyway.
 */
export async function settleJobs(
  db: Db,
  done: { name: string; subjectId: number; ids: readonly number[] },
  again: Date | null,
  now: Date,
): Promise<void> {
  const ids = [...done.ids];
  const kept = again ? ids.pop() : undefined;
  await db.outbox.deleteMany({ where: { id: { in: ids } } });
  if (!again || kept === undefined) return;
  const moved = await db.$executeRaw`
    UPDATE outbox SET due_at = ${again}::timestamptz, wake_at = ${again}::timestamptz, wakes = 0
    WHERE id = ${kept} AND NOT EXISTS (
      SELECT FROM outbox other WHERE other.name = ${done.name} AND other.subject_id = ${done.subjectId}
        AND other.id <> ${kept} AND other.due_at > ${now}::timestamptz AND other.due_at <= ${again}::timestamptz)`;
  if (moved === 0) await db.outbox.deleteMany({ where: { id: kept } });
}

/** Moves the jobs of that name and subject to `at`; returns how many there were. */
export async function moveJobs(db: Db, name: string, subjectId: number, at: Date): Promise<number> {
  const { count } = await db.outbox.updateMany({
    where: { name, subjectId },
    data: { dueAt: at, wakeAt: at, wakes: 0 },
  });
  return count;
}

/** How many jobs are due by now, and since when the oldest waits, for readiness and metrics. */
export async function dueJobs(db: Db, now: Date): Promise<{ count: number; oldest: Date | null }> {
  const due = await db.outbox.aggregate({
    where: { dueAt: { lte: now } },
    _count: true,
    _min: { dueAt: true },
  });
  return { count: due._count, oldest: due._min.dueAt };
}
