import fc from "fast-check";
import { expect, test } from "vitest";
import { clockOf, dayOf, plusDays } from "#server/domain/wall-clock.ts";
import { friendlyTime } from "#server/http/kiosk/when.ts";

const NEW_YORK = "America/New_York";

function said(now: string, at: string, timeZone = NEW_YORK): readonly [en: string, es: string] {
  const camp = { now: new Date(now), timeZone };
  return [friendlyTime(new Date(at), "en", camp), friendlyTime(new Date(at), "es", camp)];
}

test.each([
  ["the same day", "2026-11-23T12:00-05:00", "2026-11-23T17:00-05:00", "today 17:00", "hoy 17:00"],
  ["the next", "2026-11-23T12:00-05:00", "2026-11-24T08:00-05:00", "tomorrow 8:00", "mañana 8:00"],
  ["in two days", "2026-11-23T12:00-05:00", "2026-11-25T19:30-05:00", "Wed 19:30", "mié 19:30"],
  ["in six days", "2026-11-23T12:00-05:00", "2026-11-29T09:05-05:00", "Sun 9:05", "dom 9:05"],
  ["in a week", "2026-11-23T12:00-05:00", "2026-11-30T17:00-05:00", "Mon 30 Nov 17:00", "lun 30 nov 17:00"],
  ["a Saturday", "2026-11-23T12:00-05:00", "2026-11-28T17:00-05:00", "Sat 17:00", "sáb 17:00"],
  ["yesterday", "2026-11-23T12:00-05:00", "2026-11-22T17:00-05:00", "Sun 22 Nov 17:00", "dom 22 nov 17:00"],
])("%s has the name that people at the camp give it", (_, now, at, en, es) => {
  expect(said(now, at)).toEqual([en, es]);
});

test("midnight at the camp begins the day, wherever UTC is", () => {
  expect(said("2026-11-23T23:59-05:00", "2026-11-24T00:00-05:00")[0]).toBe("tomorrow 0:00");
  expect(said("2026-11-24T00:00-05:00", "2026-11-24T00:30-05:00")[0]).toBe("today 0:30");
  expect(said("2026-11-23T20:00-05:00", "2026-11-23T23:30-05:00")[0]).toBe("today 23:30");
  expect(said("2026-11-23T22:00Z", "2026-11-24T01:00Z", "Europe/Madrid")[0]).toBe("tomorrow 2:00");
});

test("when clocks change in the night, tomorrow is still tomorrow", () => {
  expect(said("2026-10-31T23:30-04:00", "2026-11-01T08:00-05:00")[0]).toBe("tomorrow 8:00");
  expect(said("2026-03-07T23:30-05:00", "2026-03-08T08:00-04:00")[0]).toBe("tomorrow 8:00");
  expect(said("2026-11-01T00:10-04:00", "2026-11-01T23:50-05:00")[0]).toBe("today 23:50");
});

test("a time is today's exactly on today's page of the calendar, and always shows the camp's clock", () => {
  const moments = fc.date({ min: new Date("2026-01-01"), max: new Date("2027-12-31"), noInvalidDate: true });
  const zones = fc.constantFrom(NEW_YORK, "Europe/Madrid", "Pacific/Apia", "UTC");
  fc.assert(
    fc.property(moments, fc.integer({ min: 0, max: 4 * 24 * 60 }), zones, (now, minutes, timeZone) => {
      const at = new Date(now.getTime() + minutes * 60_000);
      const words = friendlyTime(at, "en", { now, timeZone });
      const today = dayOf(now, timeZone);
      expect(words.startsWith("today ")).toBe(dayOf(at, timeZone) === today);
      expect(words.startsWith("tomorrow ")).toBe(dayOf(at, timeZone) === plusDays(today, 1));
      expect(words.endsWith(` ${clockOf(at, timeZone).replace(/^0/, "")}`)).toBe(true);
    }),
  );
});
