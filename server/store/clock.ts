import { LOOK_UP_AFTER_MS } from "#server/domain/text-state.ts";
import { type Db, only } from "./db.ts";

/** When the last text came or was queued, by the clock of that time; null when there was none. */
export async function latestMoment(db: Db): Promise<Date | null> {
  const found = await db.$queryRaw<{ at: Date | null }[]>`
    SELECT greatest(
      (SELECT received_at FROM inbound_texts ORDER BY id DESC LIMIT 1),
      (SELECT created_at FROM outbound_texts ORDER BY id DESC LIMIT 1)) AS at`;
  return only(found).at;
}

/**
 * The clock was set back from `was` to `now`. What was due by then is due, once more where it was handed out
 * already; a text that was to be tried again after a while is, after as long; one in doubt is looked up after the usual time; a menu that was opened by then counts as new.
 */
export async function hurryOverdue(db: Db, was: Date, now: Date): Promise<void> {
  const lookUpAt = new Date(now.getTime() + LOOK_UP_AFTER_MS);
  await db.$executeRaw`
    WITH texts AS (
      UPDATE outbound_texts SET due_at = ${now}::timestamptz
        + CASE WHEN due_at <= ${was}::timestamptz THEN interval '0' ELSE due_at - claimed_at END
      WHERE state = 'queued' AND due_at > ${now}::timestamptz
        AND (due_at <= ${was}::timestamptz OR claimed_at > ${now}::timestamptz)
    ), doubtful AS (
      UPDATE outbound_texts SET due_at = ${lookUpAt}::timestamptz
      WHERE state IN ('sending', 'unknown') AND due_at > ${lookUpAt}::timestamptz
    ), menus AS (
      UPDATE people SET question_at = ${now}::timestamptz
      WHERE question_at > ${now}::timestamptz
    ), woken AS (
      INSERT INTO outbox (name, subject_id, due_at, wake_at)
      VALUES ('send', 0, ${now}::timestamptz, ${now}::timestamptz)
    )
    UPDATE outbox SET due_at = least(due_at, ${now}::timestamptz), wake_at = ${now}::timestamptz, wakes = 0
    WHERE due_at <= ${was}::timestamptz AND wake_at > ${now}::timestamptz`;
}
