import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { maySeekAgenda, readDay } from "#sms/read-day.ts";
import { readGroup } from "#sms/read-group.ts";

const TODAY = { kind: "in", days: 0 };
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
    ["", TODAY],
    ["please", TODAY],
    ["por favor", TODAY],
    ["what is on", TODAY],
    ["whats on today?", TODAY],
    ["que hay", TODAY],
    ["¿qué hay hoy?", TODAY],
    ["esta noche", TODAY],
    ["esta mañana", TODAY],
    ["tonight at 7pm", TODAY],
    ["tomorrow morning", TOMORROW],
    ["mañana por la mañana", TOMORROW],
    ["mañana en la tarde", TOMORROW],
    ["tmrw night", TOMORROW],
    ["friday night", FRIDAY],
    ["next friday", FRIDAY],
    ["el viernes por la noche", FRIDAY],
    ["the day after tomorrow", { kind: "in", days: 2 }],
    ["day after tomorrow in the evening", { kind: "in", days: 2 }],
    ["pasado mañana", { kind: "in", days: 2 }],
    ["dec 24", { kind: "date", month: 12, day: 24 }],
    ["December 24th", { kind: "date", month: 12, day: 24 }],
    ["thu 24 dec", { kind: "date", month: 12, day: 24 }],
    ["24 de diciembre de 2026", { kind: "date", month: 12, day: 24 }],
    ["mar 3 mar", { kind: "date", month: 3, day: 3 }],
    ["martes 1 dic", { kind: "date", month: 12, day: 1 }],
    ["weekend", { kind: "weekend" }],
    ["this weekend", { kind: "weekend" }],
    ["el fin de semana", { kind: "weekend" }],
  ])("%s", (words, day) => {
    expect(readDay(words)).toEqual(day);
  });

  test.each([
    "friday cleanup",
    "budget for tents",
    "tomatoes",
    "sunscreen",
    "march",
    "fri sat",
    "24",
    "dec 40",
    "may day",
  ])("%s names none", (words) => {
    expect(readDay(words)).toBeNull();
  });
});

describe("words after AGENDA that name no day", () => {
  test.each([
    "friday dance",
    "dinner",
    "more taps",
    "más sombra",
    "when is the assembly",
    "¿a qué hora es la comida",
    "cuando es la asamblea grande",
    "fri sat",
    "please dinner",
  ])("%s may be a question", (words) => {
    expect(maySeekAgenda(words)).toBe(true);
  });

  test.each(["budget for tents", "quiet hours after ten", "más sombra en la cocina"])(
    "%s is an item",
    (words) => {
      expect(maySeekAgenda(words)).toBe(false);
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
