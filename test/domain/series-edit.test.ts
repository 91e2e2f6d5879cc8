import fc from "fast-check";
import { expect, test } from "vitest";
import { editSeries } from "#server/domain/series-edit.ts";
import { dayOf } from "#server/domain/wall-clock.ts";

const ZONE = "America/New_York";
const HOUR_MS = 3_600_000;
const NOON_MS = Date.UTC(2026, 10, 23, 17);
/** At most one date a day, as series have it. */
const dates = (hour: number) =>
  fc
    .uniqueArray(fc.nat(20), { maxLength: 14 })
    .map((days) =>
      days.toSorted((a, b) => a - b).map((day) => new Date(NOON_MS + (day * 24 + hour) * HOUR_MS)),
    );
const standing = dates(0).map((all) => all.map((startsAt, id) => ({ id, startsAt })));
const held = dates(0).map((all) => new Set(all.map((date) => dayOf(date, ZONE))));

test("a changed series has each of its new dates once, but on days that are held, and loses none of the old unsaid", () => {
  fc.assert(
    fc.property(standing, dates(2), held, (before, after, days) => {
      const { keep, drop, add } = editSeries(before, after, days, ZONE);
      const free = after.filter((date) => !days.has(dayOf(date, ZONE)) || isOn(before, date));
      const planned = [...keep.map(({ startsAt }) => startsAt), ...add];
      expect(inOrder(planned.map(Number))).toEqual(inOrder(free.map(Number)));
      expect(inOrder([...keep.map(({ id }) => id), ...drop])).toEqual(inOrder(before.map(({ id }) => id)));
    }),
  );
});

test("a date keeps its day when it can, and moves three days at the most", () => {
  fc.assert(
    fc.property(standing, dates(2), held, (before, after, days) => {
      const { keep } = editSeries(before, after, days, ZONE);
      for (const { id, startsAt } of keep) {
        const old = before.find((each) => each.id === id)?.startsAt ?? new Date(0);
        const same = after.find((date) => dayOf(date, ZONE) === dayOf(old, ZONE));
        if (same) expect(startsAt).toEqual(same);
        expect(Math.abs(startsAt.getTime() - old.getTime())).toBeLessThanOrEqual(72 * HOUR_MS);
      }
    }),
  );
});

function isOn(before: readonly { startsAt: Date }[], date: Date): boolean {
  return before.some(({ startsAt }) => dayOf(startsAt, ZONE) === dayOf(date, ZONE));
}

function inOrder(numbers: readonly number[]): readonly number[] {
  return numbers.toSorted((one, other) => one - other);
}
