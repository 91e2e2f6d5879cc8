import { setImmediate as nextTurn } from "node:timers/promises";
import type { Language } from "./domain/language.ts";
import type { LiveKnowledge } from "./knowledge.ts";
import { isDelicate } from "./matching/delicate.ts";
import { findMatches, type Match } from "./matching/find-matches.ts";
import type { Knowledge } from "./matching/know/knowledge.ts";
import { nameOf } from "./matching/know/lexicon.ts";
import { lean } from "./matching/lean.ts";
import { createPool, type Pool, put, remove } from "./matching/pool.ts";
import { NEAR_FROM, scoreAt } from "./matching/probability.ts";
import { readPost } from "./matching/text/read-post.ts";
import { onCalendar } from "./matching/text/when.ts";
import { type ChangedPost, changedPosts, changeHorizon } from "./store/changed-posts.ts";
import type { Db } from "./store/db.ts";

/** A match, with the change of the other post that it was found in. */
type FoundMatch = Match & { readonly change: bigint };

/** What a process knows of all open posts: an index in memory, rebuilt from the database and caught up before each use. */
export type Matcher = {
  /** What it understands words by. Read at its first use, which takes seconds. */
  knowledge(): Knowledge;
  /**
   * Reads all open posts, a few at a time, where none were read yet or the camp's words changed since. For outside a
   * transaction: it may take seconds. While it reads anew, others are served from before.
   */
  warm(db: Db): Promise<void>;
  /**
   * The open posts of the other side that may fit this one, likeliest first, near misses among them: the best, and
   * whichever of `also` still may fit.
   */
  matchesFor(db: Db, post: { readonly id: number }, also: readonly number[]): Promise<readonly FoundMatch[]>;
  /** Posts that turned out to be open no more; returns how many of them it still had as they were found. */
  forget(found: readonly FoundMatch[]): number;
  /** Whether a post, just looked up, speaks of beds, health or safety; null when it is not held. */
  isDelicate(post: { readonly id: number }): boolean | null;
  /** How a concept is called. A process that has matched nothing yet reads the lexicon for it. */
  nameOf(concept: string, language: Language): string;
};

/** So many are kept for a post: more than can be asked before it ends. */
const MOST_MATCHES = 60;
const READ_AT_ONCE = 200;

type Held = Pick<ChangedPost, "kind" | "personId" | "change">;
type Index = {
  readonly pool: Pool;
  /** The open posts. */
  readonly held: Map<number, Held>;
  /** Posts that turned out to be open no more, at the change as they were found: read again, they stay away. */
  readonly forgotten: Map<number, bigint>;
  horizon: bigint | null;
  /** One reading at a time: what is read later is never older. */
  reading: Promise<void>;
};

export function createMatcher(knowledge: LiveKnowledge, timeZone: string): Matcher {
  let made: Index | undefined;
  let building: Promise<void> | undefined;

  async function build(fresh: Knowledge, db: Db): Promise<void> {
    const index = emptyIndex(fresh);
    await catchUp(index, db, timeZone);
    made = index;
  }

  async function warm(db: Db): Promise<void> {
    if (made && (building || made.pool.knowledge === knowledge.current())) return;
    building ??= build(knowledge.current(), db).finally(() => {
      building = undefined;
    });
    await building;
  }

  function index(): Index {
    if (!made) throw new Error("The matcher was not warmed.");
    return made;
  }

  return {
    knowledge: () => knowledge.current(),
    warm,
    async matchesFor(db, { id }, also) {
      const current = index();
      await catchUp(current, db, timeZone);
      return matchesIn(current, id, also);
    },
    forget: (found) => found.filter((each) => drop(index(), each)).length,
    isDelicate: ({ id }) => {
      const { pool } = index();
      const reading = pool.needs.readings.get(id) ?? pool.gifts.readings.get(id);
      return reading ? isDelicate(reading, pool.knowledge.lexicon) : null;
    },
    nameOf: (concept, language) => nameOf(knowledge.current().lexicon, concept, language),
  };
}

function emptyIndex(knowledge: Knowledge): Index {
  return {
    pool: createPool(knowledge),
    held: new Map(),
    forgotten: new Map(),
    horizon: null,
    reading: Promise.resolve(),
  };
}

function matchesIn({ pool, held }: Index, id: number, also: readonly number[]): readonly FoundMatch[] {
  const own = held.get(id);
  const reading = own && (own.kind === "need" ? pool.needs : pool.gifts).readings.get(id);
  if (!own || !reading) return [];
  const isOwn = (other: number) => held.get(other)?.personId === own.personId;
  const search = { floor: scoreAt(NEAR_FROM), most: MOST_MATCHES, seed: id, skip: isOwn, also };
  return findMatches(pool, reading, search).flatMap((match) => {
    const change = held.get(match.id)?.change;
    return change === undefined ? [] : [{ ...match, change }];
  });
}

function catchUp(index: Index, db: Db, timeZone: string): Promise<void> {
  const turn = index.reading.then(() => readOn(index, db, timeZone));
  // Whoever asked for it hears of its fault; the next one reads all the same.
  index.reading = turn.catch(() => undefined);
  return turn;
}

async function readOn(index: Index, db: Db, timeZone: string): Promise<void> {
  const horizon = await changeHorizon(db);
  const posts = await changedPosts(db, index.horizon);
  for (const [at, post] of posts.entries()) {
    if (at % READ_AT_ONCE === READ_AT_ONCE - 1) await nextTurn();
    take(index, post, timeZone);
  }
  index.horizon = horizon;
}

function take({ pool, held, forgotten }: Index, post: ChangedPost, timeZone: string): void {
  const { kind, personId, change } = post;
  if (post.open && (held.get(post.id)?.change === change || forgotten.get(post.id) === change)) return;
  forgotten.delete(post.id);
  if (!post.open) {
    held.delete(post.id);
    remove(pool, post.id);
    return;
  }
  held.set(post.id, { kind, personId, change });
  const reading = readPost(post.words, post.kind, pool.knowledge);
  const when = onCalendar(reading.when, weekdayOf(post.saidAt, timeZone));
  put(pool, post.id, lean({ ...reading, when }));
}

/** Only as it was found: it may have been opened again since. */
function drop({ pool, held, forgotten }: Index, { id, change }: FoundMatch): boolean {
  if (held.get(id)?.change !== change) return false;
  forgotten.set(id, change);
  remove(pool, id);
  return held.delete(id);
}

const WEEK = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"];

const calendars = new Map<string, Intl.DateTimeFormat>();

/** The day of the week at the camp, 0 for Sunday. */
function weekdayOf(at: Date, timeZone: string): number {
  let calendar = calendars.get(timeZone);
  if (!calendar) {
    calendar = new Intl.DateTimeFormat("en-US", { timeZone, weekday: "short" });
    calendars.set(timeZone, calendar);
  }
  return WEEK.indexOf(calendar.format(at));
}
