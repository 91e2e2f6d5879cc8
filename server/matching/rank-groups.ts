import { distance } from "fastest-levenshtein";
import { judge } from "./judge/judge.ts";
import type { Knowledge } from "./know/knowledge.ts";
import { isSwapped } from "./know/swapped.ts";
import { NEAR_FROM, probabilityOf } from "./probability.ts";
import { formsOf } from "./text/fold.ts";
import { isGrammar } from "./text/grammar.ts";
import { type Reading, readPost } from "./text/read-post.ts";
import { wordsOf } from "./text/words.ts";

/** What a group says of itself. */
export type GroupWords = {
  readonly id: number;
  readonly name: string;
  readonly interests: string;
  readonly about: string;
};

/** As good as the best, from this share of it on. */
const RIVAL = 0.8;
const MOST_CHOSEN = 5;

/** A group as the matcher understands it: read once, asked often. */
export type ReadGroup = {
  readonly id: number;
  readonly gifts: readonly Reading[];
  readonly said: readonly { readonly words: readonly string[]; readonly worth: number }[];
};

/** How likely each group is what somebody's words mean, 0 to 1; those alone that may be. */
export type Ratings = ReadonlyMap<number, number>;

/**
 * The groups for somebody's interest, likeliest first: one where it is clear, several where they fit alike, none. What
 * they say is read as a need, what a group says of itself as gifts, and the matcher's own judgement decides; the words
 * themselves count too, a slip of a key forgiven.
 */
export function chooseGroup(
  words: string,
  groups: readonly GroupWords[],
  knowledge: Knowledge,
): readonly number[] {
  const rated = rateGroups(words, readGroups(groups, knowledge), knowledge);
  const fits = [...rated].sort(([a, likely], [b, other]) => other - likely || a - b);
  const most = fits[0]?.[1] ?? 0;
  const rivals = fits.filter(([, likely]) => likely >= most * RIVAL);
  return rivals.slice(0, MOST_CHOSEN).map(([id]) => id);
}

/** Understands what groups say of themselves. */
export function readGroups(groups: readonly GroupWords[], knowledge: Knowledge): readonly ReadGroup[] {
  return groups.map(({ id, name, interests, about }) => {
    const parts = [name, ...interests.split(/[,;\n]/), ...about.split(/[,;.!?\n]/)];
    return {
      id,
      gifts: parts.filter((part) => part.trim() !== "").map((part) => readPost(part, "gift", knowledge)),
      said: [
        { words: lettersOf(name, knowledge), worth: 1 },
        { words: lettersOf(interests, knowledge), worth: 0.9 },
        { words: lettersOf(about, knowledge), worth: 0.6 },
      ],
    };
  });
}

/** Which groups somebody's words may mean. */
export function rateGroups(words: string, groups: readonly ReadGroup[], knowledge: Knowledge): Ratings {
  const asked = contentOf(words, knowledge);
  const wish = readPost(words, "need", knowledge);
  const rated = groups.map(({ id, gifts, said }): [id: number, likely: number] => {
    const scores = gifts.map((gift) => judge(wish, gift, knowledge).score);
    return [id, Math.max(probabilityOf(Math.max(0, ...scores)), spelling(asked, said))];
  });
  return new Map(rated.filter(([, likely]) => likely >= NEAR_FROM));
}

/** How many of the words that were asked for stand there, 0 to 1. */
function spelling(asked: readonly string[], said: ReadGroup["said"]): number {
  if (asked.length === 0) return 0;
  const worths = asked.map((word) =>
    Math.max(...said.flatMap(({ words, worth }) => words.map((each) => worth * sameness(word, each))), 0),
  );
  return worths.reduce((sum, worth) => sum + worth, 0) / asked.length;
}

const SLIP = 0.85;
const SHORTEST = 4;

function sameness(one: string, other: string): number {
  const others = formsOf(other);
  if (formsOf(one).some((form) => others.includes(form))) return 1;
  if (Math.min(one.length, other.length) < SHORTEST || one[0] !== other[0]) return 0;
  return distance(one, other) === 1 || isSwapped(one, other) ? SLIP : 0;
}

/** The words that say something; all of them where none does. */
function contentOf(text: string, knowledge: Knowledge): readonly string[] {
  const { plain } = knowledge.lexicon.terms;
  const words = lettersOf(text, knowledge);
  const telling = words.filter((word) => !plain.has(word) && !isGrammar(word));
  return telling.length > 0 ? telling : words;
}

function lettersOf(text: string, { shorthand }: Knowledge): readonly string[] {
  const words = wordsOf(text, shorthand).map((word) => word.text);
  return words.filter((word) => /[a-z]{2}/.test(word));
}
