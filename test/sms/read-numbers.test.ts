import { describe, expect, it } from "vitest";
import type { Command } from "#sms/command.ts";
import { commandOf, verbOf } from "#test/sms/reading.ts";

describe("a digit answers the menu, with or without its trimmings", () => {
  it.each([
    ["1", 1],
    ["0", 0],
    [" 9 ", 9],
    ["1.", 1],
    ["(2)", 2],
    ["#3", 3],
    ["'4'", 4],
    ["1 please", 1],
    ["1, thank you!", 1],
    ["reply 1", 1],
    ["responde 2", 2],
    ["1️⃣", 1],
    ["１", 1],
    ["١", 1],
  ] as const)("%s", (text, digit) => {
    expect(commandOf(text)).toEqual({ verb: "digit", digit });
  });

  it.each(["one", "1 2", "1/2", "2 tarps", "1 no"])("%s is no digit", (text) => {
    expect(verbOf(text)).toBe("other");
  });
});

const code = "48392017563";
const CARDS: readonly (readonly [text: string, command: Command])[] = [
  ["48392017563", { verb: "card", code, words: "" }],
  ["4839 2017 563", { verb: "card", code, words: "" }],
  ["4839-2017-563", { verb: "card", code, words: "" }],
  [" 4839 2O17 563.", { verb: "card", code, words: "" }],
  ["4839 20l7 563", { verb: "card", code, words: "" }],
  ["1OlO OllO lll", { verb: "card", code: "10100110111", words: "" }],
  ["7859 llOO ll2", { verb: "card", code: "78591100112", words: "" }],
  ["4839 2017 563 I can help", { verb: "card", code, words: "I can help" }],
  ["CARD 4839 2017 563", { verb: "card", code, words: "" }],
  ["tarjeta: 4839 2017 563", { verb: "card", code, words: "" }],
  ["crad 4839 2017 563", { verb: "card", code, words: "" }],
  ["DONE 4839 2017 563", { verb: "done-card", code }],
  ["listo 48392017563", { verb: "done-card", code }],
  ["4839 2017 563 done", { verb: "done-card", code }],
  // A digit too few or too many, and no code at all: the card's own check says so.
  ["4839 2017 56", { verb: "card", code: "4839201756", words: "" }],
  ["card 4839", { verb: "card", code: "4839", words: "" }],
  ["CARD", { verb: "card", code: "", words: "" }],
];

describe("a card's code is read with spaces, hyphens and O for 0", () => {
  it.each(CARDS)("%s", (text, command) => {
    expect(commandOf(text)).toEqual(command);
  });
});

const RELAYS: readonly (readonly [text: string, number: number, words: string])[] = [
  ["81 see you at 5", 81, "see you at 5"],
  ["81: See you", 81, "See you"],
  ["81 - see you", 81, "see you"],
  ["81,see you", 81, "see you"],
  ["(81) see you", 81, "see you"],
  ["#81 see you", 81, "see you"],
  ["no. 81 see you", 81, "see you"],
  ["no 81 see you", 81, "see you"],
  ["num 81 nos vemos", 81, "nos vemos"],
  ["número 81 nos vemos", 81, "nos vemos"],
  ["81 ¿mañana? 👍", 81, "¿mañana? 👍"],
  ["81 20 people come at 10", 81, "20 people come at 10"],
  ["81 I need 2 more", 81, "I need 2 more"],
  ["81 please stop by at 5", 81, "please stop by at 5"],
  ["123456 here", 123456, "here"],
  ["81", 81, ""],
  ["no. 81", 81, ""],
];

describe("words after a number go to the other side as they were written", () => {
  it.each(RELAYS)("%s", (text, number, words) => {
    expect(commandOf(text)).toEqual({ verb: "relay", number, words });
  });

  it.each([
    "10:30 works",
    "10 am is fine",
    "10am",
    "12/25",
    "20% off",
    "$20 for gas",
    "1,000 thanks",
    "1234567 hi",
    "05 hi",
    "401-555-0101 is me",
  ])("%s is not for anybody", (text) => {
    expect(verbOf(text)).toBe("other");
  });
});
