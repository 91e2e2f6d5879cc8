import { describe, expect, it } from "vitest";
import type { Language } from "#server/domain/language.ts";
import { counted, countNoun, dayOf, giftTail, isSeveral, till, timeOf } from "#sms/messages/describe.ts";
import { postOf, SPEECH } from "#test/sms/every-saying.ts";

const FIVE_PM_FRIDAY = new Date("2026-11-27T22:00:00Z");
const HALF_PAST = new Date("2026-11-27T22:30:00Z");
const FAR = new Date("2026-12-04T22:00:00Z");

describe("a day is said as people say it, in the camp's own time", () => {
  it.each([
    [FIVE_PM_FRIDAY, "en", false, "Fri"],
    [FIVE_PM_FRIDAY, "en", true, "Fri 5pm"],
    [HALF_PAST, "en", true, "Fri 5:30pm"],
    [FAR, "en", false, "Fri 4 Dec"],
    [FAR, "en", true, "Fri 4 Dec 5pm"],
    [new Date("2026-11-28T04:59:00Z"), "en", false, "Fri"],
    [FIVE_PM_FRIDAY, "es", false, "vie"],
    [FIVE_PM_FRIDAY, "es", true, "vie 5pm"],
    [FAR, "es", false, "vie 4 dic"],
  ] as const)("%s in %s, timed %s: %s", (at, language, timed, said) => {
    expect(dayOf(at, language, SPEECH, timed)).toBe(said);
  });

  it("counts hours from midnight and noon", () => {
    expect(timeOf(new Date("2026-11-27T05:00:00Z"), "en", SPEECH)).toBe("12am");
    expect(timeOf(new Date("2026-11-27T17:05:00Z"), "en", SPEECH)).toBe("12:05pm");
  });

  it("is joined to the thing it ends", () => {
    const post = { ...postOf("tarps", 2, FIVE_PM_FRIDAY), untilTimed: false };
    expect(counted(post, "en") + till(", ", post, "en", SPEECH)).toBe("2 tarps, till Fri");
    expect(giftTail(post, "en", SPEECH)).toBe(", 2, till Fri");
    expect(till(" ", post, "es", SPEECH)).toBe(" hasta el vie");
    expect(till(", ", postOf("tarps"), "en", SPEECH)).toBe("");
  });
});

const ONES: readonly (readonly [Language, string, string])[] = [
  ["en", "tarps", "1 tarp"],
  ["en", "tarp", "1 tarp"],
  ["en", "boxes", "1 box"],
  ["en", "boxes of candles", "1 box of candles"],
  ["en", "batteries", "1 battery"],
  ["en", "blue tarps", "1 blue tarp"],
  ["en", "dishes", "1 dish"],
  ["en", "potatoes", "1 potato"],
  ["en", "knives", "1 knife"],
  ["en", "shoes", "1 shoe"],
  ["en", "bus", "1 bus"],
  ["en", "pants", "1 pants"],
  ["en", "people for cooking", "1 person for cooking"],
  ["es", "lonas", "1 lona"],
  ["es", "lonas azules", "1 lona azul"],
  ["es", "cajas de leches", "1 caja de leches"],
  ["es", "luces", "1 luz"],
  ["es", "colchones", "1 colchon"],
  ["es", "llaves", "1 llave"],
  ["es", "cables", "1 cable"],
  ["es", "baldes", "1 balde"],
  ["es", "tijeras", "1 tijeras"],
  ["es", "tarps", "1 tarp"],
];

describe("one of many is said in the singular", () => {
  it.each(ONES)("%s: one of %s", (language, noun, said) => {
    expect(countNoun(1, noun, language)).toBe(said);
    expect(countNoun(2, noun, language)).toBe(`2 ${noun}`);
  });

  it("knows several from one", () => {
    expect(isSeveral(postOf("tarps"), "en")).toBe(true);
    expect(isSeveral(postOf("bike repair"), "en")).toBe(false);
    expect(isSeveral(postOf("bike repair", 2), "en")).toBe(true);
    expect(isSeveral(postOf("tarps", 1), "en")).toBe(false);
  });
});
