import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { afterAwake, nextDay, quietUntil, readQuietHours, startOfDay } from "#server/domain/quiet-hours.ts";

const NEW_YORK = "America/New_York";
const ZONES = [NEW_YORK, "UTC", "Asia/Kolkata", "Australia/Lord_Howe", "America/St_Johns"];
const NIGHT = readQuietHours("21:00-08:00") ?? null;
const MINUTE = 60_000;

describe("quiet hours are read", () => {
  test.each([
    ["21:00-08:00", { from: 1260, to: 480 }],
    [" 9:05 - 17:30 ", { from: 545, to: 1050 }],
    ["00:00-00:00", null],
    ["24:00-08:00", undefined],
    ["21-8", undefined],
    ["", undefined],
  ])("%s", (text, hours) => {
    expect(readQuietHours(text)).toEqual(hours);
  });
});

describe("quiet hours end in the morning, camp time", () => {
  test.each([
    ["noon", "2026-11-23T12:00:00-05:00", null],
    ["the last minute of the day", "2026-11-23T20:59:59-05:00", null],
    ["the first of the night", "2026-11-23T21:00:00-05:00", "2026-11-24T08:00:00-05:00"],
    ["deep in it", "2026-11-24T03:12:34-05:00", "2026-11-24T08:00:00-05:00"],
    ["its last minute", "2026-11-24T07:59:59-05:00", "2026-11-24T08:00:00-05:00"],
    ["morning", "2026-11-24T08:00:00-05:00", null],
    ["the night that is an hour longer", "2026-10-31T22:00:00-04:00", "2026-11-01T08:00:00-05:00"],
    ["the night that is an hour shorter", "2026-03-07T22:00:00-05:00", "2026-03-08T08:00:00-04:00"],
  ])("%s", (_, now, until) => {
    expect(quietUntil(NIGHT, new Date(now), NEW_YORK)).toEqual(until === null ? null : new Date(until));
  });
});

test("where clocks skip the only hour that is not quiet, quiet hours go on until the next day", () => {
  const [hours, now] = [{ from: 180, to: 120 }, new Date("2026-03-07T12:00:00-05:00")];
  expect(quietUntil(hours, now, NEW_YORK)).toEqual(new Date("2026-03-09T02:00:00-04:00"));
});

describe("a timer counts waking time only", () => {
  test.each([
    ["by day", "2026-11-23T12:00:00-05:00", 30, "2026-11-23T12:30:00-05:00"],
    ["over the evening", "2026-11-23T20:45:00-05:00", 30, "2026-11-24T08:15:00-05:00"],
    ["to the minute", "2026-11-23T20:30:00-05:00", 30, "2026-11-24T08:00:00-05:00"],
    ["begun at night", "2026-11-23T23:00:00-05:00", 30, "2026-11-24T08:30:00-05:00"],
    ["over two nights", "2026-11-23T20:00:00-05:00", 15 * 60, "2026-11-25T09:00:00-05:00"],
    ["as clocks go back", "2026-10-31T20:45:00-04:00", 30, "2026-11-01T08:15:00-05:00"],
    ["as clocks go forward", "2026-03-07T20:45:00-05:00", 30, "2026-03-08T08:15:00-04:00"],
  ])("%s", (_, start, minutes, end) => {
    expect(afterAwake(NIGHT, new Date(start), minutes * MINUTE, NEW_YORK)).toEqual(new Date(end));
  });
});

const moment = fc.date({
  min: new Date("2026-01-01T00:00:00Z"),
  max: new Date("2028-01-01T00:00:00Z"),
  noInvalidDate: true,
});
const zone = fc.constantFrom(...ZONES);
const minuteOfDay = fc.integer({ min: 0, max: 1439 });
const quiet = fc.tuple(minuteOfDay, minuteOfDay).map(([from, to]) => (from === to ? null : { from, to }));

describe("whatever the hours, the day and the zone", () => {
  test("what waits for the end of quiet hours waits a day at the most, one more where clocks skip all that is not quiet, and then it is not quiet", () => {
    fc.assert(
      fc.property(quiet, moment, zone, (hours, now, timeZone) => {
        const until = quietUntil(hours, now, timeZone);
        if (hours === null || until === null) return;
        const awakeMinutes = (hours.from - hours.to + 1440) % 1440;
        const mostHours = awakeMinutes <= 60 ? 49 : 25;
        expect(until.getTime()).toBeGreaterThan(now.getTime());
        expect(until.getTime() - now.getTime()).toBeLessThanOrEqual(mostHours * 60 * MINUTE);
        expect(quietUntil(hours, until, timeZone)).toBeNull();
      }),
    );
  });

  test("a timer never ends in quiet hours, and never early", () => {
    fc.assert(
      fc.property(
        quiet,
        moment,
        zone,
        fc.integer({ min: 1, max: 120 }),
        (hours, start, timeZone, minutes) => {
          const end = afterAwake(hours, start, minutes * MINUTE, timeZone);
          expect(quietUntil(hours, end, timeZone)).toBeNull();
          expect(end.getTime()).toBeGreaterThanOrEqual(start.getTime() + minutes * MINUTE);
        },
      ),
    );
  });

  test("a day begins before now and the next one after it", () => {
    fc.assert(
      fc.property(moment, zone, (now, timeZone) => {
        const [began, next] = [startOfDay(now, timeZone), nextDay(now, timeZone)];
        expect(began.getTime()).toBeLessThanOrEqual(now.getTime());
        expect(next.getTime()).toBeGreaterThan(now.getTime());
        expect(startOfDay(next, timeZone)).toEqual(next);
        expect(nextDay(began, timeZone)).toEqual(next);
      }),
    );
  });
});
