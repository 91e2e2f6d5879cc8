import { expect, test } from "vitest";
import { buildLexicon, unknownNames } from "#server/matching/know/lexicon.ts";
import { parseAxes, parseShorthand } from "#server/matching/know/parse-axes.ts";
import { parseLexicon } from "#server/matching/know/parse-lexicon.ts";
import { filesLike, textOf } from "#test/meta/repository.ts";
import { knowledge } from "./knowledge.ts";

const FOLDER = "server/matching/lexicon";
const names = filesLike(`${FOLDER}/*.txt`).filter((name) => !/\/(?:axes|textspeak)\.txt$/.test(name));
const files = new Map(names.map((name) => [name, textOf(name)]));
const { concepts, faults } = parseLexicon(files);

test("every line of the lexicon is read", () => {
  expect(faults).toEqual([]);
  expect(concepts.length).toBeGreaterThan(3000);
});

test("every relation leads to a concept that is there", () => {
  expect(unknownNames(concepts)).toEqual([]);
});

test("English and Spanish are equals: nearly every concept has words in both", () => {
  const merged = [...knowledge.lexicon.concepts.values()];
  const oneSided = merged.filter(({ terms }) => new Set(terms.map((term) => term.language)).size < 2);
  expect(oneSided.length / merged.length).toBeLessThan(0.02);
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
  const parsed = parseLexicon(
    new Map([
      [
        "camp.txt",
        "tent: tent / carpa\nno colon here\n[toys]\nkite: kite < Toys!\nyurt: yurt / yurta < tent",
      ],
    ]),
  );
  expect(parsed.concepts.map((concept) => concept.id)).toEqual(["tent", "yurt"]);
  expect(parsed.faults.map((fault) => fault.where)).toEqual(["camp.txt:2", "camp.txt:3", "camp.txt:4"]);
});

test("a second line of the same name adds its words to the first", () => {
  const parsed = parseLexicon(
    new Map([
      ["a", "tent: tent / carpa"],
      ["b", "tent: dome / domo"],
    ]),
  );
  const lexicon = buildLexicon(parsed.concepts, { en: [], es: [], others: [] }, new Map());
  expect(lexicon.concepts.get("tent")?.terms.map((term) => term.words)).toEqual([
    "tent",
    "carpa",
    "dome",
    "domo",
  ]);
});
