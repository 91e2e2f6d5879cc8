import { type Axes, indexAxes } from "../text/properties.ts";
import type { Shorthand } from "../text/words.ts";
import type { Concept } from "./concept.ts";
import { buildLexicon, type CommonWords, type Lexicon, unknownNames } from "./lexicon.ts";
import { parseAxes, parsePlain, parseShorthand } from "./parse-axes.ts";
import { type Fault, parseLexicon } from "./parse-lexicon.ts";
import { createRelations, type Relations } from "./relate.ts";

/** What is written in the files: nothing but data, so that it can be kept. */
export type Learnt = {
  readonly lexicon: Lexicon;
  readonly axes: Axes;
  readonly shorthand: Shorthand;
  readonly faults: readonly Fault[];
};

/** Everything the matcher knows, from its files alone. */
export type Knowledge = Learnt & { readonly relations: Relations };

/** `text`: null where the file could not be read. */
export type KnowledgeFile = { readonly name: string; readonly text: string | null };

/** Files that are no lists of concepts, by the last part of their names. */
const AXES = "axes.txt";
const SHORTHAND = "textspeak.txt";
const PLAIN = "plain.txt";

export function knowledgeOf(learnt: Learnt): Knowledge {
  return { ...learnt, relations: createRelations(learnt.lexicon) };
}

/** Reads files by what they are named: axes.txt, textspeak.txt and plain.txt are of their own make, all others hold concepts. */
export function learn(
  files: readonly KnowledgeFile[],
  common: CommonWords,
  change: (concept: Concept) => Concept = (same) => same,
): Learnt {
  const read = files.flatMap(({ name, text }) => (text === null ? [] : [{ name, text }]));
  const named = (kind: string) =>
    read
      .filter(({ name }) => kindOf(name) === kind)
      .map(({ text }) => text)
      .join("\n");
  const { concepts, faults } = parseLexicon(read.filter(({ name }) => kindOf(name) === null));
  const shorthand = parseShorthand(named(SHORTHAND));
  const lexicon = buildLexicon(concepts.map(change), common, { shorthand, plain: parsePlain(named(PLAIN)) });
  return {
    lexicon,
    axes: indexAxes(parseAxes(named(AXES))),
    shorthand,
    faults: [
      ...files
        .filter(({ text }) => text === null)
        .map(({ name }) => ({ where: name, problem: "it cannot be read" })),
      ...faults,
      ...unknownNames(concepts).map(({ by, name }) => ({ where: by, problem: `there is no ${name}` })),
    ],
  };
}

function kindOf(name: string): string | null {
  return [AXES, SHORTHAND, PLAIN].find((kind) => name.split("/").at(-1) === kind) ?? null;
}
