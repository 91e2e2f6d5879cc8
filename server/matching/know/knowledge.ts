import { type Axes, indexAxes } from "../text/properties.ts";
import type { Shorthand } from "../text/words.ts";
import type { Concept } from "./concept.ts";
import { buildLexicon, type CommonWords, type Lexicon } from "./lexicon.ts";
import { parseAxes, parseShorthand } from "./parse-axes.ts";
import { type Fault, parseLexicon } from "./parse-lexicon.ts";
import { createRelations, type Relations } from "./relate.ts";

/** Everything the matcher knows, from its files alone. */
export type Knowledge = {
  readonly lexicon: Lexicon;
  readonly relations: Relations;
  readonly axes: Axes;
  readonly shorthand: Shorthand;
  readonly faults: readonly Fault[];
};

const AXES = "axes.txt";
const SHORTHAND = "textspeak.txt";

/** `files`: texts by name; axes.txt and textspeak.txt are read as such, all others hold concepts. */
export function buildKnowledge(
  files: ReadonlyMap<string, string>,
  common: CommonWords,
  change: (concept: Concept) => Concept = (same) => same,
): Knowledge {
  const others = new Map([...files].filter(([name]) => name !== AXES && name !== SHORTHAND));
  const { concepts, faults } = parseLexicon(others);
  const shorthand = parseShorthand(files.get(SHORTHAND) ?? "");
  const lexicon = buildLexicon(concepts.map(change), common, shorthand);
  return {
    lexicon,
    relations: createRelations(lexicon),
    axes: indexAxes(parseAxes(files.get(AXES) ?? "")),
    shorthand,
    faults,
  };
}
