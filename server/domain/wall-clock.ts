const DAY_MS = 24 * 3_600_000;

/** What the camp's clock and calendar show at a moment, as the date that shows the same in UTC. */
export function figuresOf(at: Date, timeZone: string): Date {
  const found = new Map(
    clockFor(timeZone)
      .formatToParts(at)
      .map(({ type, value }) => [type, Number(value)]),
  );
  const part = (type: Intl.DateTimeFormatPartTypes) => found.get(type) ?? 0;
  return new Date(
    Date.UTC(part("year"), part("month") - 1, part("day"), part("hour"), part("minute"), part("second")),
  );
}

/**
 * The moment at which the camp's clock shows these figures. When it shows them twice, the first; when it leaves them
 * out, the moment that is as long after the gap's start as they are.
 */
export function momentOf(figures: Date, timeZone: string): Date {
  const before = offsetAt(figures.getTime() - DAY_MS, timeZone);
  const after = offsetAt(figures.getTime() + DAY_MS, timeZone);
  const fits = [before, after].find((offset) => offsetAt(figures.getTime() - offset, timeZone) === offset);
  return new Date(figures.getTime() - (fits ?? before));
}

/** "2026-11-23". */
export function dayOf(at: Date, timeZone: string): string {
  return figuresOf(at, timeZone).toISOString().slice(0, 10);
}

/** "19:00". */
export function clockOf(at: Date, timeZone: string): string {
  return figuresOf(at, timeZone).toISOString().slice(11, 16);
}

/** A day and a time as forms give them; null for what is on no calendar or clock. */
export function readMoment(day: string, clock: string, timeZone: string): Date | null {
  if (!isDay(day) || !isClock(clock)) return null;
  return momentOf(new Date(`${day}T${clock}:00Z`), timeZone);
}

/** Whether it is a day of the calendar, as "2026-02-28". */
export function isDay(text: string): boolean {
  if (!/^20\d\d-\d\d-\d\d$/.test(text)) return false;
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}

export function isClock(text: string): boolean {
  return /^(?:[01]\d|2[0-3]):[0-5]\d$/.test(text);
}

/** Whether it is dark at the camp, give or take the season. */
export function isNight(clock: string): boolean {
  return clock < "06:30" || clock >= "20:00";
}

/** The day so many days later, by the calendar. */
export function plusDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
}

/** The midnight that begins a day at the camp. */
export function midnightOf(day: string, timeZone: string): Date {
  return momentOf(new Date(`${day}T00:00:00Z`), timeZone);
}

/** Milliseconds that the camp's clock is ahead of UTC. */
function offsetAt(atMs: number, timeZone: string): number {
  const whole = Math.floor(atMs / 1000) * 1000;
  return figuresOf(new Date(whole), timeZone).getTime() - whole;
}

const clocks = new Map<string, Intl.DateTimeFormat>();

/** Kept, because building one takes far longer than using it. */
function clockFor(timeZone: string): Intl.DateTimeFormat {
  const kept = clocks.get(timeZone);
  if (kept) return kept;
  const made = new Intl.DateTimeFormat("en-US", {
    timeZone,
    calendar: "gregory",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
    second: "numeric",
    hourCycle: "h23",
  });
  clocks.set(timeZone, made);
  return made;
}
