import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { reminderAt } from "#server/domain/gathering.ts";
import { isAsleep } from "#server/domain/group.ts";
import { quietSince, quietUntil, readQuietHours } from "#server/domain/quiet-hours.ts";

const NEW_YORK = "America/New_York";
const NIGHT = readQuietHours("21:00-08:00") ?? null;
const MINUTE = 60_000;
const moments = fc.date({
  min: new Date("2026-01-01T00:00:00Z"),
  max: new Date("2027-12-31T00:00:00Z"),
  noInvalidDate: true,
});

describe("people are reminded of a gathering", () => {
  test.each([
    ["half an hour before, by day", "2026-11-23T19:00:00-05:00", "2026-11-23T18:30:00-05:00"],
    ["before the night, when it begins in it", "2026-11-23T21:15:00-05:00", "2026-11-23T20:45:00-05:00"],
    ["the evening before, in the night", "2026-11-24T02:00:00-05:00", "2026-11-23T20:30:00-05:00"],
    ["the evening before, early in the morning", "2026-11-24T08:05:00-05:00", "2026-11-23T20:30:00-05:00"],
    ["when the night ends, a little later", "2026-11-24T08:20:00-05:00", "2026-11-24T08:00:00-05:00"],
    ["when the clocks went back that night", "2026-11-01T06:00:00-05:00", "2026-10-31T20:30:00-04:00"],
  ])("%s", (_, startsAt, at) => {
    expect(reminderAt(new Date(startsAt), NIGHT, NEW_YORK)).toEqual(new Date(at));
  });

  test("before it starts, less than a day before, and never in quiet hours", () => {
    fc.assert(
      fc.property(
        moments,
        fc.constantFrom(NIGHT, null, readQuietHours("23:30-06:15") ?? null),
        (startsAt, quiet) => {
          const at = reminderAt(startsAt, quiet, NEW_YORK);
          expect(startsAt.getTime() - at.getTime()).toBeGreaterThanOrEqual(10 * MINUTE);
          expect(startsAt.getTime() - at.getTime()).toBeLessThan(24 * 60 * MINUTE);
          expect(quietUntil(quiet, at, NEW_YORK)).toBeNull();
        },
      ),
    );
  });
});

test("quiet hours began when the minute before was not quiet", () => {
  fc.assert(
    fc.property(moments, (now) => {
      const since = quietSince(NIGHT, now, NEW_YORK);
      expect(since === null).toBe(quietUntil(NIGHT, now, NEW_YORK) === null);
      if (!since) return;
      expect(since <= now).toBe(true);
      expect(quietUntil(NIGHT, since, NEW_YORK)).not.toBeNull();
      expect(quietUntil(NIGHT, new Date(since.getTime() - MINUTE), NEW_YORK)).toBeNull();
    }),
  );
});

test("a group sleeps after three silent days, unless something of it is coming", () => {
  const now = new Date("2026-11-23T17:00:00Z");
  const ago = (hours: number) => new Date(now.getTime() - hours * 60 * MINUTE);
  expect(isAsleep({ activeAt: ago(72), hasNext: false }, now)).toBe(false);
  expect(isAsleep({ activeAt: ago(73), hasNext: false }, now)).toBe(true);
  expect(isAsleep({ activeAt: ago(730), hasNext: true }, now)).toBe(false);
});
