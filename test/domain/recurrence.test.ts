import fc from "fast-check";
import { expect, test } from "vitest";
import { datesBetween, nextDate, repeatOf, ruleOf, WEEKDAYS } from "#server/domain/recurrence.ts";
import {
  clockOf,
  dayOf,
  figuresOf,
  midnightOf,
  momentOf,
  plusDays,
  readMoment,
} from "#server/domain/wall-clock.ts";

const ZONES = [
  "America/New_York",
  "America/Los_Angeles",
  "Europe/Madrid",
  "Europe/Berlin",
  "Australia/Lord_Howe",
  "America/St_Johns",
  "Asia/Kolkata",
  "Pacific/Auckland",
  "America/Santiago",
  "UTC",
];
const DAY_MS = 24 * 3_600_000;
const zone = fc.constantFrom(...ZONES);
const moment = fc
  .integer({ min: Date.UTC(2026, 0, 1) / 60_000, max: Date.UTC(2031, 0, 1) / 60_000 })
  .map((minute) => new Date(minute * 60_000));
const until = fc.option(moment.map((at) => at.toISOString().slice(0, 10)));
const repeat = fc.oneof(
  fc.record({ kind: fc.constant("daily" as const), until }),
  fc.record({
    kind: fc.constant("weekly" as const),
    days: fc.subarray([...WEEKDAYS], { minLength: 1 }),
    until,
  }),
);
/** Without the small hours, in which clocks are changed. */
const clock = fc
  .record({ hour: fc.integer({ min: 4, max: 22 }), minute: fc.integer({ min: 0, max: 59 }) })
  .map(({ hour, minute }) => `${String(hour).padStart(2, "0")}:${String(minute).padStart(2, "0")}`);

test("what the clock shows and when it shows it are one thing, in every zone, but for hours that come twice", () => {
  fc.assert(
    fc.property(moment, zone, (at, timeZone) => {
      const again = momentOf(figuresOf(at, timeZone), timeZone);
      expect(figuresOf(again, timeZone)).toEqual(figuresOf(at, timeZone));
      expect(again.getTime()).toBeLessThanOrEqual(at.getTime());
    }),
  );
});

test("an hour that the clock leaves out becomes the hour after the gap, one that comes twice its first", () => {
  const zone = "America/New_York";
  expect(readMoment("2027-03-14", "02:30", zone)).toEqual(new Date("2027-03-14T07:30:00Z"));
  expect(readMoment("2026-11-01", "01:30", zone)).toEqual(new Date("2026-11-01T05:30:00Z"));
  expect(readMoment("2026-02-30", "10:00", zone)).toBeNull();
  expect(readMoment("2026-02-20", "24:00", zone)).toBeNull();
});

test("7pm stays 7pm when clocks change, on every date of a series, in every zone", () => {
  fc.assert(
    fc.property(moment, clock, repeat, zone, (day, time, rule, timeZone) => {
      const startsAt = readMoment(dayOf(day, timeZone), time, timeZone) ?? day;
      const series = { rule: ruleOf({ ...rule, until: null }), startsAt };
      const dates = datesBetween(series, startsAt, new Date(startsAt.getTime() + 200 * DAY_MS), timeZone);
      expect(new Set(dates.map((date) => clockOf(date, timeZone)))).toEqual(new Set([time]));
    }),
    { numRuns: 60 },
  );
});

test("a series has one date on each of its days and none on others, and none after its last day", () => {
  fc.assert(
    fc.property(moment, clock, repeat, zone, (day, time, rule, timeZone) => {
      const first = dayOf(day, timeZone);
      const startsAt = readMoment(first, time, timeZone) ?? day;
      const to = midnightOf(plusDays(first, 60), timeZone);
      const dates = datesBetween({ rule: ruleOf(rule), startsAt }, startsAt, to, timeZone);
      const expected = Array.from({ length: 60 }, (_, index) => plusDays(first, index)).filter(
        (each) =>
          (rule.kind === "daily" || rule.days.includes(weekdayOf(each))) &&
          (rule.until === null || each <= rule.until),
      );
      expect(dates.map((date) => dayOf(date, timeZone))).toEqual(expected);
    }),
    { numRuns: 60 },
  );
});

test("dates planned in two steps are those planned in one, and the next date is the first of them", () => {
  fc.assert(
    fc.property(moment, fc.nat(40), fc.nat(40), repeat, zone, (startsAt, one, two, rule, timeZone) => {
      const series = { rule: ruleOf(rule), startsAt };
      const [from, middle, to] = [0, one, one + two].map(
        (days) => new Date(startsAt.getTime() + days * DAY_MS),
      );
      if (!from || !middle || !to) return;
      const whole = datesBetween(series, from, to, timeZone);
      const parts = [
        ...datesBetween(series, from, middle, timeZone),
        ...datesBetween(series, middle, to, timeZone),
      ];
      expect(parts).toEqual(whole);
      if (whole[0]) expect(nextDate(series, from, timeZone)).toEqual(whole[0]);
    }),
  );
});

test("a rule is read back as the form that made it", () => {
  fc.assert(
    fc.property(repeat, (rule) => {
      expect(repeatOf(ruleOf(rule))).toEqual(rule);
    }),
  );
});

function weekdayOf(day: string) {
  return WEEKDAYS[(new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7] ?? "MO";
}
