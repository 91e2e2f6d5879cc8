import { type DayBudget, kindsFor } from "#server/domain/segment-budget.ts";
import type { Db } from "./db.ts";

/** With a budget all of a day's segments are in this lane: its row is what stops them. */
export const BUDGET_LANE = 0;

/** A day with a budget has its row before anything is spent on it; how many segments left on it by now. */
export async function openDay(db: Db, day: string): Promise<number> {
  const [opened] = await db.$queryRaw<{ segments: number }[]>`
    WITH opened AS (
      INSERT INTO segment_days (day, lane) VALUES (${day}::date, ${BUDGET_LANE}) ON CONFLICT (day, lane) DO NOTHING
    )
    SELECT segments FROM segment_days WHERE day = ${day}::date AND lane = ${BUDGET_LANE}`;
  return opened?.segments ?? 0;
}

/** Segments that left on a day, or are on their way. */
export async function segmentsOf(db: Db, day: string): Promise<number> {
  const [sum] = await db.$queryRaw<{ segments: number }[]>`
    SELECT coalesce(sum(segments), 0)::int AS segments FROM segment_days WHERE day = ${day}::date`;
  return sum?.segments ?? 0;
}

/** The carrier did not take it: what was counted for it when it was claimed has not left. */
export async function giveBack(db: Db, textId: number, day: string): Promise<void> {
  await db.$executeRaw`
    INSERT INTO segment_days AS d (day, lane, segments)
    SELECT ${day}::date, ${BUDGET_LANE}, -segments FROM outbound_texts WHERE id = ${textId}
    ON CONFLICT (day, lane) DO UPDATE SET segments = d.segments + EXCLUDED.segments`;
}

/**
 * Puts off until `until` what the rest of the day's budget is too small for; an answer is worthless by then. Returns
 * how many texts that were.
 */
export async function putOffUnpaid(
  db: Db,
  { day, most }: DayBudget,
  { now, until }: { readonly now: Date; readonly until: Date },
): Promise<number> {
  if (!most) return 0;
  return db.$executeRaw`
    UPDATE outbound_texts o SET due_at = ${until}::timestamptz, reason = 'budget', updated_at = ${now}::timestamptz,
      not_after = CASE WHEN o.kind = 'answer' THEN least(o.not_after, ${now}::timestamptz) ELSE o.not_after END
    FROM segment_days d
    WHERE d.day = ${day}::date AND d.lane = ${BUDGET_LANE} AND o.state = 'queued' AND o.due_at <= ${now}::timestamptz
      AND d.segments + o.segments > CASE WHEN o.kind = ANY (${[...kindsFor("announcing")]}) THEN ${most.announcing}::int
        WHEN o.kind = ANY (${[...kindsFor("saving")]}) THEN ${most.saving}::int ELSE ${most.answering}::int END`;
}

/** What a smaller budget put off may be paid by this one. */
export async function takeUpUnpaid(db: Db, now: Date): Promise<void> {
  await db.$executeRaw`
    UPDATE outbound_texts SET due_at = ${now}::timestamptz, reason = NULL WHERE state = 'queued' AND reason = 'budget'`;
}

/** Notes that organizers are told of this day; false when they were. */
export async function noteAlarm(db: Db, day: string, alarm: "budget" | "spent", now: Date): Promise<boolean> {
  const told = alarm === "budget" ? { warnedAt: now } : { warnedAt: now, spentAt: now };
  const untold = alarm === "budget" ? { warnedAt: null } : { spentAt: null };
  const { count } = await db.segmentDay.updateMany({
    where: { day: new Date(`${day}T00:00:00Z`), lane: BUDGET_LANE, ...untold },
    data: told,
  });
  return count > 0;
}

export async function forgetDays(db: Db, before: string): Promise<void> {
  await db.segmentDay.deleteMany({ where: { day: { lt: new Date(`${before}T00:00:00Z`) } } });
}
