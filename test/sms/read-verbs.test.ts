import { describe, expect, it } from "vitest";
import type { Command } from "#sms/command.ts";
import { commandOf, languageOf, verbOf } from "#test/sms/reading.ts";

const VERBS: readonly (readonly [text: string, command: Command])[] = [
  ["GROUP", { verb: "group", words: "" }],
  ["gropu cooking", { verb: "group", words: "cooking" }],
  ["grupo 2", { verb: "group", words: "2" }],
  ["LEAVE food", { verb: "leave", words: "food" }],
  ["salir 2", { verb: "leave", words: "2" }],
  ["AGENDA", { verb: "agenda", words: "" }],
  ["agenda mañana", { verb: "agenda", words: "mañana" }],
  ["AGENDA budget for tents", { verb: "agenda", words: "budget for tents" }],
  ["CAST The well is open", { verb: "cast", words: "The well is open" }],
  ["MINE", { verb: "mine" }],
  ["míos", { verb: "mine" }],
  ["menu please", { verb: "menu" }],
  ["meun", { verb: "menu" }],
  ["what can I text?", { verb: "menu" }],
  ["LANG", { verb: "language" }],
  ["idioma", { verb: "language" }],
  ["WIPE", { verb: "wipe" }],
  ["wipe!", { verb: "wipe" }],
  ["forget me", { verb: "wipe" }],
  ["bórrarme", { verb: "wipe" }],
  ["NEWS", { verb: "news", on: true }],
  ["NEWS OFF", { verb: "news", on: false }],
  ["stop news", { verb: "news", on: false }],
  ["Noticias", { verb: "news", on: true }],
  ["noticias no", { verb: "news", on: false }],
  ["DROP 47", { verb: "drop", number: 47 }],
  ["drop no. 47", { verb: "drop", number: 47 }],
  ["drop #47 please", { verb: "drop", number: 47 }],
  ["drop my post 47", { verb: "drop", number: 47 }],
  ["drop47", { verb: "drop", number: 47 }],
  ["Drop", { verb: "drop", number: null }],
  ["quitar 47", { verb: "drop", number: 47 }],
  ["DONE 47", { verb: "done", number: 47 }],
  ["dnoe 47", { verb: "done", number: 47 }],
  ["done with 47, thank you", { verb: "done", number: 47 }],
  ["done, thanks", { verb: "done", number: null }],
  ["listo", { verb: "done", number: null }],
  ["STILL 47", { verb: "still", number: 47 }],
  ["still need 47", { verb: "still", number: 47 }],
  ["STILL 47 please", { verb: "still", number: 47 }],
  ["STILL 47 yes we still need it", { verb: "still", number: 47 }],
  ["STILL 47 I still have them", { verb: "still", number: 47 }],
  ["STILL 47 keep it open for a week", { verb: "still", number: 47 }],
  ["STILL 47 and 52", { verb: "still", number: 47 }],
  ["SIGUE 47 todavía lo necesito", { verb: "still", number: 47 }],
  ["SIGUE 47 abierto", { verb: "still", number: 47 }],
  ["STILL 47 need 3 tarps", { verb: "change", number: 47, words: "3 tarps" }],
  ["SIGUE 47 necesito 3 lonas", { verb: "change", number: 47, words: "3 lonas" }],
  ["STILL 47 till sat", { verb: "change", number: 47, words: "till sat" }],
  ["STILL 47 3 tarps till sun", { verb: "change", number: 47, words: "3 tarps till sun" }],
  ["sigue 47 pero 3 lonas", { verb: "change", number: 47, words: "3 lonas" }],
  ["still", { verb: "still", number: null }],
  ["sigue 47", { verb: "still", number: 47 }],
  ["MUTE 81", { verb: "mute", number: 81 }],
  ["silenciar 81", { verb: "mute", number: 81 }],
  // Reserved words with a number of ours: understood, but never as STOP.
  ["cancel 47", { verb: "drop", number: 47 }],
  ["stop 81", { verb: "drop", number: 81 }],
];

describe("every verb is understood in both languages", () => {
  it.each(VERBS)("%s", (text, command) => {
    expect(commandOf(text)).toEqual(command);
  });
});

const OTHERS = [
  "done with my shift",
  "done at 5",
  "still raining here",
  "drop in at 5",
  "drop off the tarps",
  "mute the alarm",
  "leave it at the gate",
  "mine is the blue one",
  "news about the kitchen?",
  "card games tonight?",
  "wipe the tables",
  "sigue lloviendo",
  "lista de cosas",
];

describe("words that show a keyword is not meant leave it alone", () => {
  it.each(OTHERS)("%s", (text) => {
    expect(commandOf(text)).toEqual({ verb: "other", words: text });
  });
});

describe("words that take something away or reach many are never guessed from a typo", () => {
  it.each([
    "wpie",
    "wipes",
    "wip",
    "dorp 47",
    "drpo 47",
    "drops 47",
    "csat hello",
    "casts hello",
    "muet 81",
    "mutes 81",
  ])("%s", (text) => {
    expect(verbOf(text)).toBe("other");
  });
});

describe("a mistyped keyword that takes no words counts only alone", () => {
  it.each(["meun at the kitchen", "mien is blue", "alng of it", "lagn of it"])("%s", (text) => {
    expect(verbOf(text)).toBe("other");
  });
});

describe("the language of an answer follows the keyword", () => {
  it.each([
    ["GROUP", "en"],
    ["grupo", "es"],
    ["DONE 47", "en"],
    ["listo 47", "es"],
    ["AGENDA", null],
    ["MENU", null],
    ["WIPE", null],
    ["STOP", null],
    ["HELP", null],
    ["1", null],
    ["81 hola", null],
    ["ayuda", "es"],
    ["fuego", "es"],
  ] as const)("%s tells %s", (text, language) => {
    expect(languageOf(text)).toBe(language);
  });
});
