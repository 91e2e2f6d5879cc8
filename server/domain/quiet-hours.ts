/** Minutes after midnight, camp time, from..to; null for none. May pass midnight. */
export type QuietHours = { readonly from: number; readonly to: number } | null;

const MINUTE = 60_000;
const DAY = 1440;

/** `21:00-08:00`; equal times mean none; undefined when it is no such text. */
export function readQuietHours(text: string): QuietHours | undefined {
  const found = /^\s*([01]?\d|2[0-3]):([0-5]\d)\s*-\s*([01]?\d|2[0-3]):([0-5]\d)\s*$/.exec(text);
  if (!found) return undefined;
  const [from = 0, to = 0] = [
    Number(found[1]) * 60 + Number(found[2]),
    Number(found[3]) * 60 + Number(found[4]),
  ];
  return from === to ? null : { from, to };
}

/**
 * When quiet hours that hold at `now` end; null when it is not quiet. Where all that is not quiet lies in the hour that
 * the clocks skip, they go on until the next day.
 */
export function quietUntil(quiet: QuietHours, now: Date, timeZone: string): Date | null {
  if (!quiet) return null;
  const since = (minuteOfDay(now, timeZone) - quiet.from + DAY) % DAY;
  const length = (quiet.to - quiet.from + DAY) % DAY;
  if (since >= length) return null;
  const end = nextTime(now, quiet.to, timeZone);
  return quietUntil(quiet, end, timeZone) ?? end;
}

/** When quiet hours that hold at `at` began; null when it is not quiet. */
export function quietSince(quiet: QuietHours, at: Date, timeZone: string): Date | null {
  if (!quiet || !quietUntil(quiet, at, timeZone)) return null;
  const since = (minuteOfDay(at, timeZone) - quiet.from + DAY) % DAY;
  return onTheClock(startOfMinute(at, -since), quiet.from, timeZone);
}

/** The time `awakeMs` of waking time after `start`: timers pause in quiet hours, and never end in them. */
export function afterAwake(quiet: QuietHours, start: Date, awakeMs: number, timeZone: string): Date {
  if (!quiet) return new Date(start.getTime() + awakeMs);
  const from = quietUntil(quiet, start, timeZone) ?? start;
  const untilQuietMs = nextTime(from, quiet.from, timeZone).getTime() - from.getTime();
  if (awakeMs < untilQuietMs) {
    const end = new Date(from.getTime() + awakeMs);
    return quietUntil(quiet, end, timeZone) ?? end;
  }
  return afterAwake(quiet, new Date(from.getTime() + untilQuietMs), awakeMs - untilQuietMs, timeZone);
}

/** The first midnight after `now`, camp time. */
export function nextDay(now: Date, timeZone: string): Date {
  return nextTime(now, 0, timeZone);
}

/** When the day of `at` is over for texts, camp time: as quiet hours begin, else at midnight. */
export function endOfTexting(quiet: QuietHours, at: Date, timeZone: string): Date {
  return nextTime(at, quiet === null ? 0 : quiet.from, timeZone);
}

/** The midnight that began the day of `now`, camp time. */
export function startOfDay(now: Date, timeZone: string): Date {
  return onTheClock(startOfMinute(now, -minuteOfDay(now, timeZone)), 0, timeZone);
}

/** When the clock at the camp shows `minute` next, after `now`. */
function nextTime(now: Date, minute: number, timeZone: string): Date {
  const wait = (minute - minuteOfDay(now, timeZone) + DAY) % DAY || DAY;
  return onTheClock(startOfMinute(now, wait), minute, timeZone);
}

/** `near`, moved to where the clock shows `minute`: a day on which clocks change is longer or shorter. A time that this day leaves out stays. */
function onTheClock(near: Date, minute: number, timeZone: string): Date {
  const off = ((minute - minuteOfDay(near, timeZone) + DAY * 1.5) % DAY) - DAY / 2;
  const moved = startOfMinute(near, off);
  return minuteOfDay(moved, timeZone) === minute ? moved : near;
}

const clocks = new Map<string, Intl.DateTimeFormat>();

function minuteOfDay(at: Date, timeZone: string): number {
  let clock = clocks.get(timeZone);
  if (!clock) {
    clock = new Intl.DateTimeFormat("en-GB", {
      timeZone,
      hour: "2-digit",
      minute: "2-digit",
      hourCycle: "h23",
    });
    clocks.set(timeZone, clock);
  }
  const [hour = "0", minute = "0"] = clock.format(at).split(":");
  return Number(hour) * 60 + Number(minute);
}

function startOfMinute(at: Date, plusMinutes: number): Date {
  return new Date(Math.floor(at.getTime() / MINUTE) * MINUTE + plusMinutes * MINUTE);
}
