import { describe, expect, it } from "vitest";
import { commandOf, languageOf, verbOf } from "#test/sms/reading.ts";

const POSTS: readonly (readonly [
  text: string,
  verb: "need" | "gift",
  words: string,
  language: "en" | "es",
])[] = [
  ["NEED 2 tarps till fri", "need", "2 tarps till fri", "en"],
  ["need: 2 tarps", "need", "2 tarps", "en"],
  ["Need - 2 tarps", "need", "2 tarps", "en"],
  ["  need\n2   tarps ", "need", "2 tarps", "en"],
  ["“need” 2 tarps", "need", "2 tarps", "en"],
  ["“need 2 tarps”", "need", "2 tarps", "en"],
  [">> *NEED* 2 tarps", "need", "2 tarps", "en"],
  ["🙏 need 2 tarps 🙏", "need", "2 tarps 🙏", "en"],
  ["\u202bneed\u202c 2 tarps", "need", "2 tarps", "en"],
  ["need2 tarps", "need", "2 tarps", "en"],
  ["I need 2 tarps", "need", "2 tarps", "en"],
  ["hi, we need a Tent", "need", "a Tent", "en"],
  ["Hello! Good morning, I'm in need of a tent please", "need", "a tent please", "en"],
  ["still need tarps", "need", "tarps", "en"],
  ["neeed tarps", "need", "tarps", "en"],
  ["nede tarps", "need", "tarps", "en"],
  ["need help moving a couch", "need", "help moving a couch", "en"],
  ["NEED", "need", "", "en"],
  ["NECESITO 2 lonas", "need", "2 lonas", "es"],
  ["¡NECESITO! 2 lonas", "need", "2 lonas", "es"],
  ["hola necesito agua", "need", "agua", "es"],
  ["hola, buenos días. Yo necesito Agua", "need", "Agua", "es"],
  ["se necesitan 3 carpas", "need", "3 carpas", "es"],
  ["ocupo una lona", "need", "una lona", "es"],
  ["nesecito agua", "need", "agua", "es"],
  ["necesíto agua", "need", "agua", "es"],
  ["GIFT bike repair, mornings", "gift", "bike repair, mornings", "en"],
  ["gfit tarps", "gift", "tarps", "en"],
  ["I want to gift 3 tarps", "gift", "3 tarps", "en"],
  ["REGALO 3 lonas", "gift", "3 lonas", "es"],
  ["ofrezco clases de inglés", "gift", "clases de inglés", "es"],
  ["quiero regalar 3 lonas", "gift", "3 lonas", "es"],
  // A double letter typed once, or the last key not pressed: the commonest slips on a keypad.
  ["ned 2 tarps", "need", "2 tarps", "en"],
  ["gif 2 tarps", "gift", "2 tarps", "en"],
  ["regal 3 lonas", "gift", "3 lonas", "es"],
];

describe("a need or a gift is understood however it is typed", () => {
  it.each(POSTS)("%s", (text, verb, words, language) => {
    expect(commandOf(text)).toEqual({ verb, words });
    expect(languageOf(text)).toBe(language);
  });
});

const UNCLEAR = [
  ["OFFER 2 bikes", "2 bikes"],
  ["needs 2 bikes", "2 bikes"],
  ["give 3 tents", "3 tents"],
  ["I want to give 3 tarps", "3 tarps"],
  ["we have 3 tarps", "3 tarps"],
  ["want 2 tarps", "2 tarps"],
  ["tengo 3 lonas", "3 lonas"],
  ["busco lonas", "lonas"],
] as const;

describe("a word said of needs and gifts alike is asked back, never guessed", () => {
  it.each(UNCLEAR)("%s", (text, words) => {
    expect(commandOf(text)).toEqual({ verb: "unclear", options: ["need", "gift"], words });
  });
});

const REAL_WORDS =
  "neat nerd next nest new needy gist gilt grout grope seed feed weed lift shift mind mint mike land long lung men " +
  "leaf leaves skill spill stall style donde dona doña dome dune list lista listen sali salió guitar dios regla grumo cards care";

describe("a real word near a keyword is not taken for a typo", () => {
  it.each(REAL_WORDS.split(" "))("%s", (word) => {
    expect(verbOf(word)).toBe("other");
    expect(verbOf(`${word} by the gate`)).toBe("other");
  });
});

describe("the first word decides", () => {
  it.each([
    "I don't need anything",
    "does anyone need tarps?",
    "no need",
    "I have a question",
    "tengo hambre",
    "hello",
    "no",
  ])("%s is no post", (text) => {
    expect(commandOf(text)).toEqual({ verb: "other", words: text });
  });
});
