import type { ConceptId } from "./concept.ts";
import type { Known, Lexicon } from "./lexicon.ts";

/** How two concepts stand to each other, from the need's side. */
export type Link = "same" | "kind" | "wider" | "near" | "answer" | "sibling" | "goes-with" | "alike";
export type Relation = { readonly link: Link; readonly value: number };

export type Relations = {
  /** How far a gift of `gift` meets a need for `need`, 0 to 1; null when not at all. */
  between(need: ConceptId, gift: ConceptId): Relation | null;
  /** Whether a service is done to an object: bike repair to a bike, guitar lessons to the guitar. */
  serves(service: ConceptId, object: ConceptId): boolean;
};

const SAME: Relation = { link: "same", value: 1 };
/** Lost for each step from "fruit" to "apple", and where the word is as wide as "food". */
const STEP_DOWN = 0.08;
const WIDE = 40;
const NEAR = 0.905;
/** What is named first answers best. */
const ANSWER = 0.92;
const WORST_ANSWER = 0.82;

/** Relations over a lexicon, worked out once for each concept that is asked about. */
export function createRelations(lexicon: Lexicon): Relations {
  const reached = new Map<ConceptId, ReadonlyMap<ConceptId, Relation>>();
  const reach = (need: ConceptId) => {
    let known = reached.get(need);
    if (!known) {
      known = reachOf(lexicon, need);
      reached.set(need, known);
    }
    return known;
  };
  const wider = (id: ConceptId) => new Set(kindsAbove(lexicon, id).keys());
  return {
    serves: (service, object) => {
      const done = lexicon.concepts.get(service)?.goesWith ?? [];
      return (
        done.length > 0 &&
        lexicon.concepts.get(service)?.kind !== "goods" &&
        (done.includes(object) || done.some((each) => wider(object).has(each) || wider(each).has(object)))
      );
    },
    between: (need, gift) =>
      need === gift ? SAME : lexicon.concepts.has(need) ? (reach(need).get(gift) ?? null) : null,
  };
}

function reachOf(lexicon: Lexicon, need: ConceptId): ReadonlyMap<ConceptId, Relation> {
  const concept = lexicon.concepts.get(need);
  const found = new Map<ConceptId, Relation>([[need, SAME]]);
  if (!concept) return found;
  const never = new Set([...concept.never, ...(lexicon.barredBy.get(need) ?? [])]);
  const note = (id: ConceptId, relation: Relation) => {
    const before = found.get(id);
    if (!never.has(id) && !(before && before.value >= relation.value)) found.set(id, relation);
  };
  const noteWithKinds = (id: ConceptId, link: Link, value: number) => {
    const below = kindsBelow(lexicon, id);
    const wide = below.size > WIDE ? 0.93 : 1;
    for (const [each, depth] of below)
      note(each, { link, value: depth === 0 ? value : value * wide * (1 - STEP_DOWN * depth) });
  };
  noteWithKinds(need, "kind", 1);
  for (const [at, id] of answersOf(lexicon, concept).entries())
    noteWithKinds(id, "answer", Math.max(WORST_ANSWER, ANSWER - at * 0.02));
  for (const id of [...concept.near, ...(lexicon.nearTo.get(need) ?? [])]) noteWithKinds(id, "near", NEAR);
  for (const [id, depth] of above(lexicon, need)) {
    note(id, { link: "wider", value: (concept.kind === "goods" ? 0.62 : 0.74) * 0.6 ** (depth - 1) });
    if (depth === 1)
      for (const kind of lexicon.kindsOf.get(id) ?? [])
        note(kind, { link: "sibling", value: siblingValue(lexicon, id) });
  }
  for (const id of [...concept.goesWith, ...(lexicon.goneWith.get(need) ?? [])])
    note(id, { link: "goes-with", value: 0.12 });
  return found;
}

/** Children of a narrow kind are alike; children of "goods" or "food" are not. */
function siblingValue(lexicon: Lexicon, parent: ConceptId): number {
  const count = lexicon.kindsOf.get(parent)?.length ?? 1;
  return count <= 8 ? 0.3 : count <= 25 ? 0.2 : 0.12;
}

function kindsBelow(lexicon: Lexicon, id: ConceptId): ReadonlyMap<ConceptId, number> {
  return walk(id, (each) => lexicon.kindsOf.get(each) ?? []);
}

function above(lexicon: Lexicon, id: ConceptId): ReadonlyMap<ConceptId, number> {
  const all = new Map(kindsAbove(lexicon, id));
  all.delete(id);
  return all;
}

function kindsAbove(lexicon: Lexicon, id: ConceptId): ReadonlyMap<ConceptId, number> {
  return walk(id, (each) => lexicon.concepts.get(each)?.kindOf ?? []);
}

function walk(
  start: ConceptId,
  next: (id: ConceptId) => readonly ConceptId[],
): ReadonlyMap<ConceptId, number> {
  const depths = new Map([[start, 0]]);
  for (const [id, depth] of depths)
    for (const each of next(id)) if (!depths.has(each)) depths.set(each, depth + 1);
  return depths;
}

function answersOf(lexicon: Lexicon, concept: Known): readonly ConceptId[] {
  if (concept.kind === "goods") return concept.answeredBy;
  const inherited = concept.kindOf.flatMap((id) => lexicon.concepts.get(id)?.answeredBy ?? []);
  return [...concept.answeredBy, ...inherited];
}
