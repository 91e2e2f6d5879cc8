import rrule from "rrule";
import { figuresOf, momentOf } from "#server/domain/wall-clock.ts";

/** Days of the week as RFC 5545 names them. */
export const WEEKDAYS = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"] as const;
export type Weekday = (typeof WEEKDAYS)[number];

/** How a gathering comes again; `until`: the last day ("2026-12-24") on which it may, null for none. */
export type Repeat =
  | { readonly kind: "daily"; readonly until: string | null }
  | { readonly kind: "weekly"; readonly days: readonly Weekday[]; readonly until: string | null };

export type Recurring = {
  /** RFC 5545 without DTSTART; its UNTIL is by the camp's clock. */
  readonly rule: string;
  /** The first date, and the time of the day of all. */
  readonly startsAt: Date;
};

export function ruleOf(repeat: Repeat): string {
  const until = repeat.until === null ? "" : `;UNTIL=${repeat.until.replaceAll("-", "")}T235959`;
  if (repeat.kind === "daily") return `FREQ=DAILY${until}`;
  return `FREQ=WEEKLY;BYDAY=${WEEKDAYS.filter((day) => repeat.days.includes(day)).join(",")}${until}`;
}

/** The rule of a form, back from the rule that was made of it. */
export function repeatOf(rule: string): Repeat {
  const [, year, month, day] = /UNTIL=(\d{4})(\d\d)(\d\d)/.exec(rule) ?? [];
  const until = year === undefined ? null : `${year}-${month}-${day}`;
  if (rule.includes("FREQ=DAILY")) return { kind: "daily", until };
  const days = (/BYDAY=([A-Z,]+)/.exec(rule)?.[1] ?? "").split(",");
  return { kind: "weekly", days: WEEKDAYS.filter((each) => days.includes(each)), until };
}

/** Where clocks go back, figures come twice: the library is asked for so much more on either side. */
const AROUND_MS = 2 * 3_600_000;

/**
 * The dates in `from <= date < to`. The library counts in UTC: it is given the camp's clock as if that were UTC, so
 * that 7pm stays 7pm when clocks change.
 */
export function datesBetween(series: Recurring, from: Date, to: Date, timeZone: string): readonly Date[] {
  const [first, last] = [figuresOf(from, timeZone), figuresOf(to, timeZone)];
  const around = [new Date(first.getTime() - AROUND_MS), new Date(last.getTime() + AROUND_MS)] as const;
  return counted(series, timeZone)
    .between(...around, true)
    .map((figures) => momentOf(figures, timeZone))
    .filter((date) => date >= from && date < to);
}

/** The first date at `from` or after it; null when the series is over. */
export function nextDate(series: Recurring, from: Date, timeZone: string): Date | null {
  const rule = counted(series, timeZone);
  let figures = rule.after(new Date(figuresOf(from, timeZone).getTime() - AROUND_MS), true);
  while (figures && momentOf(figures, timeZone) < from) figures = rule.after(figures, false);
  return figures && momentOf(figures, timeZone);
}

function counted({ rule, startsAt }: Recurring, timeZone: string) {
  const dtstart = figuresOf(startsAt, timeZone);
  return new rrule.RRule({ ...rrule.RRule.parseString(rule), dtstart });
}
