import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readDay } from "#sms/read-day.ts";
import { readGroup } from "#sms/read-group.ts";

const TOMORROW = { kind: "in", days: 1 };
const FRIDAY = { kind: "weekday", weekday: 5 };

describe("the day after AGENDA", () => {
  test.each([
    ["today", { kind: "in", days: 0 }],
    ["hoy", { kind: "in", days: 0 }],
    ["2day", { kind: "in", days: 0 }],
    ["tonight?", { kind: "in", days: 0 }],
    ["TMRW", TOMORROW],
    ["tomorow", TOMORROW],
    ["tommorrow", TOMORROW],
    ["2morrow", TOMORROW],
    ["Mañana", TOMORROW],
    ["for mañana por favor", TOMORROW],
    ["FRI", FRIDAY],
    ["on friday", FRIDAY],
    ["fridya", FRIDAY],
    ["el viernes", FRIDAY],
    ["miércoles", { kind: "weekday", weekday: 3 }],
    ["sábado", { kind: "weekday", weekday: 6 }],
    ["SUN", { kind: "weekday", weekday: 0 }],
  ])("%s", (words, day) => {
    expect(readDay(words)).toEqual(day);
  });

  test.each(["friday cleanup", "budget for tents", "tomatoes", "sunscreen", "march", "", "fri sat"])(
    "%s names none",
    (words) => {
      expect(readDay(words)).toBeNull();
    },
  );
});

describe("the group after GROUP or LEAVE", () => {
  test.each([
    ["", { kind: "all" }],
    ["please", { kind: "all" }],
    ["all", { kind: "all" }],
    ["todos", { kind: "all" }],
    ["2", { kind: "number", number: 2 }],
    ["no. 2", { kind: "number", number: 2 }],
    ["2 join please", { kind: "number", number: 2 }],
    ["join 12", { kind: "number", number: 12 }],
    ["cooking", { kind: "words", words: "cooking" }],
    ["2 wheel bikes", { kind: "words", words: "2 wheel bikes" }],
  ])("%s", (words, group) => {
    expect(readGroup(words)).toEqual(group);
  });
});

test("any words at all are read as something", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 200 }), (words) => {
      expect(["all", "number", "words"]).toContain(readGroup(words).kind);
      expect([undefined, "in", "weekday"]).toContain(readDay(words)?.kind);
    }),
  );
});
