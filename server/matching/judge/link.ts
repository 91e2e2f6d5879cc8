import { distance } from "fastest-levenshtein";
import type { ConceptId } from "../know/concept.ts";
import type { Link, Relation, Relations } from "../know/relate.ts";
import type { Named } from "../text/shape.ts";

export type Linked = {
  readonly value: number;
  readonly link: Link;
  readonly need: ConceptId;
  readonly gift: ConceptId;
};

const SHORTEST = 5;
const ALIKE = 0.75;

/** How a concept of the need and one of the gift stand to each other; null when not at all. */
export function linkOf(need: ConceptId, gift: ConceptId, relations: Relations): Relation | null {
  return relations.between(need, gift) ?? alike(need, gift);
}

/** The strongest link between any of these of the need and any of those of the gift. */
export function bestLink(
  needs: readonly Named[],
  gifts: readonly Named[],
  relations: Relations,
): Linked | null {
  let best: Linked | null = null;
  for (const need of needs) {
    for (const gift of gifts) {
      const sure = need.sure * gift.sure;
      if (sure <= (best?.value ?? 0)) continue;
      for (const a of need.names) {
        for (const b of gift.names) {
          const relation = linkOf(a, b, relations);
          if (!relation || relation.value * sure <= (best?.value ?? 0)) continue;
          best = { value: relation.value * sure, link: relation.link, need: a, gift: b };
        }
      }
    }
  }
  return best;
}

/** Two words that no lexicon knows, alike in their letters: a slip, or cousins in both languages. */
function alike(one: ConceptId, other: ConceptId): Relation | null {
  if (one[0] !== "~" || other[0] !== "~" || one[1] !== other[1]) return null;
  const length = Math.max(one.length, other.length) - 1;
  if (Math.min(one.length, other.length) - 1 < SHORTEST) return null;
  if (Math.abs(one.length - other.length) > length * (1 - ALIKE)) return null;
  const share = 1 - distance(one, other) / length;
  return share >= ALIKE ? { link: "alike", value: share * 0.85 } : null;
}
