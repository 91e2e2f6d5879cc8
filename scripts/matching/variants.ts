import { loadKnowledge } from "#server/knowledge.ts";
import type { Concept } from "#server/matching/know/concept.ts";
import type { Knowledge } from "#server/matching/know/knowledge.ts";
import type { Known } from "#server/matching/know/lexicon.ts";
import { pack } from "#server/matching/know/packed.ts";
import { createRelations } from "#server/matching/know/relate.ts";
import { type Reading, readPost } from "#server/matching/text/read-post.ts";

/** The matcher with one part taken out. */
export type Variant = {
  readonly without: string;
  readonly knowledge?: (all: Knowledge) => Knowledge;
  readonly reading?: (reading: Reading) => Reading;
};

const NOWHERE = new Map<never, never>();
const NOTHING = pack(NOWHERE);

export const VARIANTS: readonly Variant[] = [
  { without: "nothing (all parts)" },
  { without: "mending of slips", knowledge: (all) => withSpeller(all) },
  { without: "phone shorthand", knowledge: (all) => ({ ...all, shorthand: NOWHERE }) },
  { without: "verbs by their stems", knowledge: (all) => withTerms(all, { doings: NOTHING }) },
  { without: "relations (the same concept only)", knowledge: (all) => withConcepts(all, alone) },
  {
    without: "troubles and their answers",
    knowledge: (all) => withConcepts(all, (each) => ({ ...each, answeredBy: [] })),
  },
  { without: "near substitutes", knowledge: (all) => withConcepts(all, (each) => ({ ...each, near: [] })) },
  { without: "sizes, fuels, plugs, diets", knowledge: (all) => ({ ...all, axes: NOWHERE }) },
  { without: "days and hours", reading: (reading) => ({ ...reading, when: { days: [], hours: null } }) },
  { without: "ages", reading: (reading) => mapItems(reading, (item) => ({ ...item, ages: null })) },
  { without: "destinations", reading: (reading) => mapItems(reading, (item) => ({ ...item, to: [] })) },
  { without: "negation", reading: (reading) => ({ ...reading, negated: [] }) },
  {
    without: "story before the wish",
    reading: (reading) => mapItems(reading, (item) => ({ ...item, story: false })),
  },
  {
    without: "head, purpose and place (every word is the thing)",
    reading: (reading) => mapItems(reading, flat),
  },
  {
    without: "details beside the thing",
    reading: (reading) => mapItems(reading, (item) => ({ ...item, mods: [], around: [] })),
  },
  { without: "length of the need", reading: (reading) => ({ ...reading, length: 1 }) },
  {
    without: "Spanish words",
    knowledge: () =>
      loadKnowledge(
        null,
        onlyTerms((term) => term.language === "en"),
      ),
  },
  {
    without: "a quarter of the terms",
    knowledge: () =>
      loadKnowledge(
        null,
        onlyTerms((_, at) => at % 4 !== 0),
      ),
  },
  {
    without: "half of the terms",
    knowledge: () =>
      loadKnowledge(
        null,
        onlyTerms((_, at) => at % 2 !== 0),
      ),
  },
];

/** `readPost` as a variant has it. */
export function readerOf({ reading = (same) => same }: Variant): typeof readPost {
  return (text, kind, knowledge) => reading(readPost(text, kind, knowledge));
}

function withSpeller(all: Knowledge): Knowledge {
  const speller = { ...all.lexicon.speller, near: NOTHING, bySound: NOWHERE };
  return { ...all, lexicon: { ...all.lexicon, speller } };
}

function withTerms(all: Knowledge, changed: Partial<Knowledge["lexicon"]["terms"]>): Knowledge {
  return { ...all, lexicon: { ...all.lexicon, terms: { ...all.lexicon.terms, ...changed } } };
}

function withConcepts(all: Knowledge, change: (concept: Known) => Known): Knowledge {
  const concepts = new Map([...all.lexicon.concepts].map(([id, concept]) => [id, change(concept)]));
  const kindsOf = change === alone ? new Map() : all.lexicon.kindsOf;
  const lexicon = { ...all.lexicon, concepts, kindsOf };
  return { ...all, lexicon, relations: createRelations(lexicon) };
}

function alone(concept: Known): Known {
  return { ...concept, kindOf: [], near: [], answeredBy: [], goesWith: [] };
}

/** The n-th term of the lexicon, counted over all concepts. */
function onlyTerms(keep: (term: Concept["terms"][number], at: number) => boolean) {
  let at = 0;
  return (concept: Concept): Concept => ({
    ...concept,
    terms: concept.terms.filter((term) => keep(term, at++)),
  });
}

type Item = Reading["items"][number];

function mapItems(reading: Reading, change: (item: Item) => Item): Reading {
  return { ...reading, items: reading.items.map(change) };
}

function flat(item: Item): Item {
  return {
    ...item,
    heads: [...item.heads, ...item.objects, ...item.mods, ...item.around, ...item.to],
    objects: [],
    mods: [],
    around: [],
    to: [],
  };
}
