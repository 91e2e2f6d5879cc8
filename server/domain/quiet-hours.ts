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

/** When quiet hours that hold at `now` end; null when it is not quiet. */
export function quietUntil(quiet: QuietHours, now: Date, timeZone: string): Date | null {
  if (!quiet) return null;
  const minute = minuteOfDay(now, timeZone);
  const since = (minute - quiet.from + DAY) % DAY;
  const length = (quiet.to - quiet.from + DAY) % DAY;
  if (since >= length) return null;
  return startOfMinute(now, length - since);
}

/** The time `awakeMs` of waking time after `start`: timers pause in quiet hours. */
export function afterAwake(quiet: QuietHours, start: Date, awakeMs: number, timeZone: string): Date {
  const from = quietUntil(quiet, start, timeZone) ?? start;
  if (!quiet) return new Date(from.getTime() + awakeMs);
  const toQuiet = ((quiet.from - minuteOfDay(from, timeZone) + DAY) % DAY) * MINUTE;
  if (awakeMs <= toQuiet) return new Date(from.getTime() + awakeMs);
  const quietLength = ((quiet.to - quiet.from + DAY) % DAY) * MINUTE;
  const awakeADay = DAY * MINUTE - quietLength;
  const nights = Math.ceil((awakeMs - toQuiet) / awakeADay);
  return new Date(from.getTime() + awakeMs + nights * quietLength);
}

/** The first midnight after `now`, camp time. */
export function nextDay(now: Date, timeZone: string): Date {
  return startOfMinute(now, DAY - minuteOfDay(now, timeZone));
}

/** The midnight that began the day of `now`, camp time. */
export function startOfDay(now: Date, timeZone: string): Date {
  return startOfMinute(now, -minuteOfDay(now, timeZone));
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
