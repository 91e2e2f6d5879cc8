import { describe, expect, test } from "vitest";
import { meaningOfDigit } from "#server/domain/digit.ts";
import type { Question } from "#server/domain/question.ts";

const MENU: Question = { kind: "menu" };
const ASK: Question = { kind: "ask", ask: 7 };
const UNCLEAR: Question = { kind: "unclear", options: ["gift", "need"], text: 3 };
const GROUPS: Question = { kind: "groups", ids: [21, 22], more: 2 };
const LEAVE: Question = { kind: "leave", ids: [21] };
const AGENDA: Question = { kind: "agenda", day: "2026-11-23", ids: [31, 32], more: 2 };
const QUESTIONS: readonly Question[] = [
  MENU,
  ASK,
  UNCLEAR,
  { kind: "thing", post: "need" },
  { kind: "language" },
  { kind: "wipe" },
  { kind: "person" },
  { kind: "mine", from: 4 },
  GROUPS,
  LEAVE,
  AGENDA,
  { kind: "group", group: 21 },
  { kind: "gathering", gathering: 31 },
  { kind: "share", person: 41 },
  { kind: "role", role: 5 },
  { kind: "release", broadcast: 5 },
];

describe("a digit means what was asked", () => {
  test.each([
    [1, MENU, { does: "prompt", kind: "need" }],
    [2, MENU, { does: "prompt", kind: "gift" }],
    [3, MENU, { does: "more-groups", from: 0 }],
    [4, MENU, { does: "agenda" }],
    [1, ASK, { does: "answer-ask", ask: 7, yes: true }],
    [2, ASK, { does: "answer-ask", ask: 7, yes: false }],
    [1, UNCLEAR, { does: "post-unclear", kind: "gift", text: 3 }],
    [2, UNCLEAR, { does: "post-unclear", kind: "need", text: 3 }],
    [2, { kind: "language" }, { does: "speak", language: "es" }],
    [1, { kind: "wipe" }, { does: "wipe" }],
    [2, { kind: "wipe" }, { does: "keep" }],
    [9, { kind: "mine", from: 4 }, { does: "more", from: 4 }],
    [2, GROUPS, { does: "show-group", group: 22 }],
    [9, GROUPS, { does: "more-groups", from: 2 }],
    [1, { kind: "group", group: 21 }, { does: "join", group: 21 }],
    [1, LEAVE, { does: "leave", group: 21 }],
    [2, AGENDA, { does: "show-gathering", gathering: 32 }],
    [9, AGENDA, { does: "more-agenda", day: "2026-11-23", from: 2 }],
    [1, { kind: "offer", text: 5 }, { does: "agenda" }],
    [2, { kind: "offer", text: 5 }, { does: "offer", text: 5 }],
    [1, { kind: "gathering", gathering: 31 }, { does: "remind", gathering: 31 }],
  ] as const)("%s to %o", (digit, question, meaning) => {
    expect(meaningOfDigit(digit, question, null)).toEqual(meaning);
  });

  test.each(QUESTIONS)("0 is always a person, 8 always repeats: %o", (question) => {
    expect(meaningOfDigit(0, question, null)).toEqual({ does: "person" });
    expect(meaningOfDigit(8, question, null)).toEqual({ does: "repeat", question });
  });
});

describe("a late digit", () => {
  test.each([
    [1, null, { does: "answer-late", yes: true }],
    [2, ASK, { does: "answer-late", yes: false }],
    [3, ASK, { does: "over" }],
    [1, MENU, { does: "over" }],
    [1, { kind: "release", broadcast: 5 }, { does: "release", broadcast: 5, yes: true }],
    [2, { kind: "release", broadcast: 5 }, { does: "release", broadcast: 5, yes: false }],
    [1, { kind: "role", role: 5 }, { does: "take-on", role: 5 }],
    [1, { kind: "wipe" }, { does: "over" }],
    [0, MENU, { does: "person" }],
  ] as const)("%s, after %o", (digit, lapsed, meaning) => {
    expect(meaningOfDigit(digit, null, lapsed)).toEqual(meaning);
  });
});
