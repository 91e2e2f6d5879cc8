import { allInterests, INTERESTS, type Interest } from "#server/domain/interest.ts";
import type { Knowledge } from "./know/knowledge.ts";
import { type GroupWords, type Ratings, type ReadGroup, rateGroups, readGroups } from "./rank-groups.ts";

/** What the matcher makes of the groups of a camp. */
export type GroupSense = {
  /** Which groups an interest may mean. */
  interest(interest: Interest): Ratings;
  /** Which groups words may mean. */
  words(words: string): Ratings;
};

/**
 * Understands groups, and remembers it as long as neither they nor what is known changes: every screen asks about
 * every interest, which takes a tenth of a second.
 */
export function rememberGroups(): (groups: readonly GroupWords[], knowledge: Knowledge) => GroupSense {
  let made: { readonly said: string; readonly knowledge: Knowledge; readonly sense: GroupSense } | undefined;
  return (groups, knowledge) => {
    const said = JSON.stringify(groups.map(({ id, name, interests, about }) => [id, name, interests, about]));
    if (made?.said !== said || made.knowledge !== knowledge)
      made = { said, knowledge, sense: senseOf(readGroups(groups, knowledge), knowledge) };
    return made.sense;
  };
}

function senseOf(groups: readonly ReadGroup[], knowledge: Knowledge): GroupSense {
  const interests = new Map(
    allInterests().map((interest) => [
      interest,
      likeliest(INTERESTS[interest].map((words) => rateGroups(words, groups, knowledge))),
    ]),
  );
  return {
    interest: (interest) => interests.get(interest) ?? new Map(),
    words: (words) => rateGroups(words, groups, knowledge),
  };
}

/** Several words for one thing: the best of them counts. */
function likeliest(all: readonly Ratings[]): Ratings {
  const best = new Map<number, number>();
  for (const [id, likely] of all.flatMap((ratings) => [...ratings]))
    best.set(id, Math.max(likely, best.get(id) ?? 0));
  return best;
}
