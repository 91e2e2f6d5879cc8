import { expect, test } from "vitest";
import { learn } from "#server/matching/know/knowledge.ts";
import { unknownNames } from "#server/matching/know/lexicon.ts";
import { findPacked } from "#server/matching/know/packed.ts";
import { parseAxes, parseShorthand } from "#server/matching/know/parse-axes.ts";
import { parseLexicon } from "#server/matching/know/parse-lexicon.ts";
import { isSkipped } from "#server/matching/know/terms.ts";
import { wordsOf } from "#server/matching/text/words.ts";
import { filesLike, textOf } from "#test/meta/repository.ts";
import { knowledge } from "./knowledge.ts";

const NO_COMMON_WORDS = { en: [], es: [], others: [] };
const FOLDER = "server/matching/lexicon";
const names = filesLike(`${FOLDER}/*.txt`).filter((name) => !/\/(?:axes|textspeak|plain)\.txt$/.test(name));
const files = names.map((name) => ({ name, text: textOf(name) }));
const { concepts, faults } = parseLexicon(files);

test("every line of the lexicon is read", () => {
  expect(faults).toEqual([]);
  expect(concepts.length).toBeGreaterThan(3000);
});

test("every relation leads to a concept that is there", () => {
  expect(unknownNames(concepts)).toEqual([]);
});

test("English and Spanish are equals: nearly every concept has words in both", () => {
  const merged = Map.groupBy(concepts, ({ id }) => id);
  const inOne = [...merged.values()].filter(
    (lines) => new Set(lines.flatMap(({ terms }) => terms.map(({ language }) => language))).size < 2,
  );
  expect(inOne.length / merged.size).toBeLessThan(0.02);
});

test("no concept is a kind of itself, however far around", () => {
  const { concepts: all } = knowledge.lexicon;
  const above = (id: string, seen = new Set<string>()): Set<string> => {
    for (const parent of all.get(id)?.kindOf ?? []) if (!seen.has(parent)) above(parent, seen.add(parent));
    return seen;
  };
  expect([...all.keys()].filter((id) => above(id).has(id))).toEqual([]);
});

test("what must never be confused is not near either", () => {
  const wrong = concepts.filter((concept) => concept.never.some((id) => concept.near.includes(id)));
  expect(wrong.map((concept) => concept.id)).toEqual([]);
});

test("a term is a few words, in small letters, without signs", () => {
  const terms = concepts.flatMap((concept) => concept.terms.map((term) => `${concept.id}: ${term.words}`));
  expect(terms.filter((term) => !/^[a-z0-9-]+: [\p{Ll}0-9 .'’-]+$/u.test(term))).toEqual([]);
  expect(terms.filter((term) => term.split(" ").length > 10)).toEqual([]);
});

test("properties and shorthand are read, and every property has values to tell apart", () => {
  const axes = parseAxes(textOf(`${FOLDER}/axes.txt`));
  // The other sizes by number are the numbers themselves.
  const named = axes.filter(({ axis }) => axis !== "number");
  const values = Map.groupBy(named, ({ axis }) => axis);
  for (const [axis, words] of values)
    expect([axis, new Set(words.map((word) => word.value)).size >= 2]).toEqual([axis, true]);
  const lines = textOf(`${FOLDER}/textspeak.txt`)
    .split("\n")
    .filter((line) => line.includes("="));
  expect(parseShorthand(textOf(`${FOLDER}/textspeak.txt`)).size).toBeGreaterThan(lines.length * 0.9);
});

test("a slip in a line is told with its place, and the others count", () => {
  const text = "tent: tent / carpa\nno colon here\n[toys]\nkite: kite < Toys!\nyurt: yurt / yurta < tent";
  const parsed = parseLexicon([{ name: "camp.txt", text }]);
  expect(parsed.concepts.map((concept) => concept.id)).toEqual(["tent", "yurt"]);
  expect(parsed.faults.map((fault) => fault.where)).toEqual(["camp.txt:2", "camp.txt:3", "camp.txt:4"]);
});

test("a second line of the same name adds its words to the first", () => {
  const { lexicon } = learn(
    [
      { name: "a.txt", text: "tent: tent / carpa" },
      { name: "camp/b.txt", text: "tent: dome / domo" },
    ],
    NO_COMMON_WORDS,
  );
  const named = ["tent", "carpa", "dome", "domo"].map((word) => findPacked(lexicon.terms.phrases, word));
  expect(named.map((senses) => senses?.map(({ concept }) => concept))).toEqual(Array(4).fill(["tent"]));
});

test("a camp has properties, shorthand and plain words of its own too; what cannot be read or leads nowhere is told", () => {
  const known = learn(
    [
      { name: "axes.txt", text: "fuel propane: propane" },
      { name: "camp/axes.txt", text: "fuel propane: campgaz" },
      { name: "camp/textspeak.txt", text: "zz = sleep" },
      { name: "camp/plain.txt", text: "howdy" },
      { name: "camp/locked.txt", text: null },
      { name: "camp/own.txt", text: "mess: the mess < kichen" },
    ],
    NO_COMMON_WORDS,
  );
  expect([...known.axes.keys()]).toEqual(["propane", "campgaz"]);
  expect(known.shorthand.get("zz")).toEqual(["sleep"]);
  expect(known.lexicon.terms.plain.has("howdy")).toBe(true);
  expect(known.faults).toEqual([
    { where: "camp/locked.txt", problem: "it cannot be read" },
    { where: "mess", problem: "there is no kichen" },
  ]);
});

test("every term of the lexicon is kept", () => {
  const lost = concepts.flatMap((concept) =>
    concept.terms.filter(({ words, language }) => {
      const parts = wordsOf(words, knowledge.shorthand).map((word) => word.text);
      const kept = parts.filter((_, at) => !isSkipped(parts, at, language === "es"));
      return !findPacked(knowledge.lexicon.terms.phrases, (kept.length > 0 ? kept : parts).join(" "));
    }),
  );
  expect(lost.map((term) => term.words)).toEqual([]);
});
