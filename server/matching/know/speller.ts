import { distance } from "fastest-levenshtein";
import { formsOf } from "../text/fold.ts";
import { findPacked, type Packed, pack } from "./packed.ts";
import { soundOf } from "./sound.ts";
import { stemsOf } from "./stems.ts";
import { isSwapped } from "./swapped.ts";
import type { Terms } from "./terms.ts";

/** Words of the lexicon that may be meant by a mistyped one, and those that are none. */
export type Speller = {
  readonly known: Packed<true>;
  /** Known words by what is left when one letter is dropped, and as they are. */
  readonly near: Packed<readonly string[]>;
  /** What common words are bent from: "quemo" is a word because "quemar" is. */
  readonly stems: ReadonlySet<string>;
  readonly bySound: ReadonlyMap<string, readonly string[]>;
  /** Words of the lexicon that may be meant, and how many terms have them. */
  readonly ours: ReadonlyMap<string, number>;
};

const SHORTEST = 4;
const DOUBLED = 0.2;
/** Of two words equally near, the one that more terms have is meant. */
const COMMON = 0.05;
/** Words that others are bent from in Spanish: "calzado", "quemar". */
const VERB = /(?:[aei]r|[ai]d[oa])$/;

export function buildSpeller(
  terms: Terms,
  ranks: ReadonlyMap<string, number>,
  others: Iterable<string>,
): Speller {
  const { words } = terms;
  const sure = [...words]
    .filter(([word, uses]) => uses > 1 || ranks.has(word) || findPacked(terms.phrases, word))
    .map(([word]) => word);
  const near = new Map<string, readonly string[]>();
  const bySound = new Map<string, readonly string[]>();
  const ours = new Map([...words].filter(([word, uses]) => uses > 1 || ranks.has(word)));
  for (const word of ours.keys()) {
    if (word.length < SHORTEST || /\d/.test(word)) continue;
    const alone = [word];
    for (const key of dropsOf(word)) note(near, key, alone);
    note(bySound, soundOf(word), alone);
  }
  return {
    known: pack(new Map([...sure, ...ranks.keys(), ...others].map((word) => [word, true]))),
    stems: stemsIn([...ranks.keys(), ...words.keys()].filter((word) => VERB.test(word))),
    near: pack(near),
    bySound,
    ours,
  };
}

export function isKnown(speller: Speller, word: string): boolean {
  if (formsOf(word).some((form) => findPacked(speller.known, form))) return true;
  const { es } = stemsOf(word);
  return es !== undefined && es !== word && !word.endsWith("es") && speller.stems.has(es);
}

/**
 * The known word that an unknown one was meant for: one letter wrong, missing, too many or swapped (two in a
 * long word), or the same sound ("blnkts", "vicicleta"). Null when nothing is near enough.
 */
export function correct(speller: Speller, word: string): string | null {
  if (word.length < SHORTEST || word.length > 20 || /\d/.test(word)) return null;
  let best: { readonly word: string; readonly cost: number } | undefined;
  for (const [bent, form] of formsOf(word).entries()) {
    for (const candidate of candidatesFor(speller, form)) {
      const steps = costOf(form, candidate);
      if (steps === null) continue;
      const cost = steps + (bent === 0 ? 0 : 0.2) - COMMON * Math.log(1 + (speller.ours.get(candidate) ?? 0));
      if (!best || cost < best.cost || (cost === best.cost && candidate < best.word))
        best = { word: candidate, cost };
    }
  }
  return best?.word ?? null;
}

function candidatesFor(speller: Speller, word: string): ReadonlySet<string> {
  const found = new Set<string>();
  for (const key of dropsOf(word)) for (const each of findPacked(speller.near, key) ?? []) found.add(each);
  for (const each of speller.bySound.get(soundOf(word)) ?? []) found.add(each);
  return found;
}

function stemsIn(words: Iterable<string>): ReadonlySet<string> {
  return new Set([...words].flatMap((word) => stemsOf(word).es ?? []));
}

/** Lower is likelier; null is no slip at all. */
function costOf(word: string, candidate: string): number | null {
  const steps = isSwapped(word, candidate) ? 1 : distance(word, candidate);
  if (undoubled(word) === undoubled(candidate)) return DOUBLED;
  const sounds = soundOf(word) === soundOf(candidate);
  const most = sounds ? Math.max(2, Math.floor(candidate.length * 0.4)) : word.length >= 7 ? 2 : 1;
  if (steps > most) return null;
  const first = word[0] === candidate[0];
  if (word.length === 4 && candidate.length === 4 && steps === 1 && !isSwapped(word, candidate) && !sounds)
    return null;
  if (!first && (word.length < 5 || steps > 1) && !sounds) return null;
  return steps - (sounds ? 0.7 : 0) + (first ? 0 : 0.5);
}

/** "sila" and "silla": the commonest slip of all. */
function undoubled(word: string): string {
  return word.replace(/(.)\1+/g, "$1");
}

function dropsOf(word: string): readonly string[] {
  const drops = [word];
  for (let i = 0; i < word.length; i++) drops.push(word.slice(0, i) + word.slice(i + 1));
  return drops;
}

/** Lists of one are shared, and none has room to grow into: there are 110,000. */
function note(lists: Map<string, readonly string[]>, key: string, alone: readonly string[]): void {
  const list = lists.get(key);
  if (!list) lists.set(key, alone);
  else if (list.at(-1) !== alone[0]) lists.set(key, [...list, ...alone]);
}
