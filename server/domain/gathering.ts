import { type QuietHours, quietSince, quietUntil } from "#server/domain/quiet-hours.ts";

const MINUTE_MS = 60_000;
const REMIND_BEFORE_MS = 30 * MINUTE_MS;
/** A reminder that comes later than this before the start helps nobody. */
const LEAST_NOTICE_MS = 10 * MINUTE_MS;

/**
 * When people are reminded of a gathering: half an hour before it, never in quiet hours. What begins too early in the
 * morning for that is said the evening before.
 */
export function reminderAt(startsAt: Date, quiet: QuietHours, timeZone: string): Date {
  const usual = new Date(startsAt.getTime() - REMIND_BEFORE_MS);
  const [morning, evening] = [quietUntil(quiet, usual, timeZone), quietSince(quiet, usual, timeZone)];
  if (!morning || !evening) return usual;
  if (startsAt.getTime() - morning.getTime() >= LEAST_NOTICE_MS) return morning;
  return new Date(evening.getTime() - REMIND_BEFORE_MS);
}
