import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { KEYWORDS } from "#sms/keywords.ts";
import { commandOf, verbOf } from "#test/sms/reading.ts";

const anyText = fc.oneof(
  fc.string({ unit: "binary", maxLength: 2000 }),
  fc.string({ unit: "grapheme", maxLength: 2000 }),
  fc
    .tuple(fc.constantFrom(...KEYWORDS.keys()), fc.string({ unit: "binary" }))
    .map(([word, rest]) => `${word} ${rest}`),
  fc.tuple(fc.nat(), fc.string({ unit: "grapheme" })).map(([number, rest]) => `${number} ${rest}`),
);

describe("whatever arrives", () => {
  it("is read as exactly one thing, the same one every time", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const command = commandOf(text);
        expect(command).toEqual(commandOf(text));
        if ("number" in command && command.number !== null)
          expect(Number.isSafeInteger(command.number)).toBe(true);
        if (command.verb === "relay") expect(command.number).toBeGreaterThanOrEqual(10);
        if (command.verb === "card" && text.trim() !== "") expect(command.code).toMatch(/^\d*$/);
      }),
    );
  });

  it.each(["a ", "1 ", "need ", "help me ", "ñ😀", "(", "no ", "1-", "\u202e"])(
    "is read although %j repeats 1,600 times",
    (part) => {
      expect(typeof verbOf(part.repeat(1600))).toBe("string");
    },
  );

  it("means the same in capitals, with accents and with spaces around it", () => {
    const accents: Readonly<Record<string, string>> = { a: "á", e: "è", i: "ï", o: "ô", u: "ú" };
    fc.assert(
      fc.property(fc.constantFrom(...KEYWORDS.keys()), (word) => {
        const verb = verbOf(`${word} 47`);
        expect(verbOf(`  ${word.toUpperCase()} 47\n`)).toBe(verb);
        expect(verbOf(`${word.replace(/[aeiou]/g, (vowel) => accents[vowel] ?? vowel)} 47`)).toBe(verb);
        expect(verbOf(`"${word}": 47`)).toBe(verb);
      }),
    );
  });
});

const NEVER_GUESSED =
  "stop stopall unsubscribe cancel end quit revoke optout start yes unstop help info wipe drop cast mute".split(
    " ",
  );
const LETTERS = [..."abcdefghijklmnopqrstuvwxyz"];

function* oneLetterOff(word: string): Generator<string> {
  for (let at = 0; at <= word.length; at++) {
    for (const letter of LETTERS) {
      yield word.slice(0, at) + letter + word.slice(at);
      yield word.slice(0, at) + letter + word.slice(at + 1);
    }
    yield word.slice(0, at) + word.slice(at + 1);
    yield word.slice(0, at) + word.charAt(at + 1) + word.charAt(at) + word.slice(at + 2);
  }
}

describe("no typo stops, starts, wipes, drops, mutes or casts anything", () => {
  it.each(NEVER_GUESSED)("%s", (word) => {
    const verb = verbOf(word);
    const taken = [...new Set(oneLetterOff(word))].filter((typo) => typo !== word && verbOf(typo) === verb);
    expect(taken).toEqual([]);
  });
});
