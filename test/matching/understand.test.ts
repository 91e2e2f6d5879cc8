import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { takeQuantity } from "#server/matching/quantity.ts";
import { understand } from "#server/matching/understand.ts";
import { takeUntil } from "#server/matching/until.ts";

const ZONE = "America/New_York";
/** A Monday, noon. */
const NOW = new Date("2026-11-23T12:00:00-05:00");

describe("how many", () => {
  test.each([
    ["2 tarps", "tarps", 2],
    ["tarps, have 3", "tarps", 3],
    ["lonas, tengo 3", "lonas", 3],
    ["tarps x3", "tarps", 3],
    ["a couple of chairs", "chairs", 2],
    ["two tents", "tents", 2],
    ["una gaita", "gaita", 1],
    ["12 volt battery", "12 volt battery", null],
    ["5 gal bucket", "5 gal bucket", null],
    ["2x4 lumber", "2x4 lumber", null],
    ["3pm ride", "3pm ride", null],
    ["bike repair", "bike repair", null],
    ["0 tarps", "tarps", null],
  ])("%s", (words, rest, quantity) => {
    expect(takeQuantity(words)).toEqual({ rest, quantity });
  });
});

describe("until when", () => {
  test.each([
    ["tarps till fri", "2026-11-27T23:59:00-05:00", false],
    ["tarps until tomorrow", "2026-11-24T23:59:00-05:00", false],
    ["tarps by 5", "2026-11-23T17:00:00-05:00", true],
    ["lonas hasta las 5:30", "2026-11-23T17:30:00-05:00", true],
    ["tarps till 9", "2026-11-24T09:00:00-05:00", true],
    ["bus for up to 90 by 90", null, false],
    ["shoes till size 10", null, false],
    ["tarps till tmrw 8am", "2026-11-24T08:00:00-05:00", true],
    ["lonas hasta el viernes", "2026-11-27T23:59:00-05:00", false],
    ["lonas hasta manana", "2026-11-24T23:59:00-05:00", false],
    ["ride to the gate by the river", null, false],
    ["tarps till 9am", "2026-11-24T09:00:00-05:00", true],
  ])("%s", (words, until, untilTimed) => {
    const taken = takeUntil(words, NOW, ZONE);
    expect([taken.until, taken.untilTimed]).toEqual([until === null ? null : new Date(until), untilTimed]);
  });
});

describe("a thing", () => {
  test.each([
    ["2 tarps till fri", "tarps", 2],
    ["tarps, have 3", "tarps", 3],
    ["bike repair, mornings", "bike repair, mornings", null],
    ["tent (number hidden)", "tent (number hidden)", null],
    ["5", "", null],
    ["!!!", "", null],
  ])("%s", (words, thing, quantity) => {
    expect(understand(words, NOW, ZONE)).toMatchObject({ thing, quantity });
  });
});

const written = fc.oneof(
  fc.string({ unit: "binary", maxLength: 400 }),
  fc
    .array(
      fc.constantFrom(
        ..."2 tarps have 3 till until hasta by before fri tomorrow el viernes 5 5pm 99 0 x3 (4) a couple of 12:30 25/12 31 december 2099 , . ; - \n é 帐篷 🎪 0000 next year ago".split(
          " ",
        ),
      ),
      { maxLength: 40 },
    )
    .map((words) => words.join(" ")),
);

describe("whatever is written", () => {
  test("it is understood as something bounded", () => {
    fc.assert(
      fc.property(written, (words) => {
        const { thing, quantity, until, untilTimed } = understand(words, NOW, ZONE);
        expect(thing.length).toBeLessThanOrEqual(300);
        if (quantity !== null) expect(quantity >= 1 && quantity <= 999).toBe(true);
        if (until === null) expect(untilTimed).toBe(false);
        else expect(until.getTime()).toBeGreaterThan(NOW.getTime());
        if (!thing) expect(quantity).toBe(null);
      }),
      { numRuns: 400 },
    );
  });
});
