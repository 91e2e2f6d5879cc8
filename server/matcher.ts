import { setImmediate as nextTurn } from "node:timers/promises";
import type { LiveKnowledge } from "./knowledge.ts";
import { findMatches } from "./matching/find-matches.ts";
import type { Knowledge } from "./matching/know/knowledge.ts";
import { createPool, type Pool, put, remove } from "./matching/pool.ts";
import { NEAR_FROM, scoreAt } from "./matching/probability.ts";
import { readPost } from "./matching/text/read-post.ts";
import { onCalendar } from "./matching/text/when.ts";
import { type ChangedPost, changedPosts, changeHorizon } from "./store/changed-posts.ts";
import type { Db } from "./store/db.ts";
import type { NewMatch } from "./store/matches.ts";

/** What a process knows of all open posts: an index in memory, rebuilt from the database and caught up before each use. */
export type Matcher = {
  /** Reads all open posts, a few at a time, so that nobody waits meanwhile. */
  warm(db: Db): Promise<void>;
  /** The open posts of the other side that may fit this one, likeliest first, near misses among them. */
  matchesFor(db: Db, post: { readonly id: number }): Promise<readonly NewMatch[]>;
  /** Posts that turned out to be open no more; returns how many of them were still known. */
  forget(ids: readonly number[]): number;
};

/** So many are kept for a post: more than can be asked before it ends. */
const MOST_MATCHES = 60;
const READ_AT_ONCE = 200;

type Held = Pick<ChangedPost, "kind" | "personId" | "change" | "open">;
type Index = { readonly pool: Pool; readonly held: Map<number, Held>; horizon: bigint | null };

export function createMatcher(knowledge: LiveKnowledge, timeZone: string): Matcher {
  // Made when it is first used: a process that only answers texts needs none.
  let made: Index | undefined;
  let renewing = false;
  const index = (): Index => {
    made ??= emptyIndex(knowledge.current());
    return made;
  };

  /** After an edit of the camp's words an index is read anew; meanwhile other jobs are served from the old one. */
  async function renew(db: Db): Promise<void> {
    const fresh = knowledge.current();
    if (renewing || fresh === index().pool.knowledge) return;
    renewing = true;
    try {
      const other = emptyIndex(fresh);
      await catchUp(other, db, timeZone);
      made = other;
    } finally {
      renewing = false;
    }
  }

  return {
    warm: (db) => catchUp(index(), db, timeZone),
    async matchesFor(db, { id }) {
      await renew(db);
      const current = index();
      await catchUp(current, db, timeZone);
      return matchesIn(current, id);
    },
    forget: (ids) => ids.filter((id) => drop(index(), id)).length,
  };
}

function emptyIndex(knowledge: Knowledge): Index {
  return { pool: createPool(knowledge), held: new Map(), horizon: null };
}

function matchesIn({ pool, held }: Index, id: number): readonly NewMatch[] {
  const own = held.get(id);
  const reading = own && (own.kind === "need" ? pool.needs : pool.gifts).readings.get(id);
  if (!own || !reading) return [];
  const found = findMatches(pool, reading, { fromScore: scoreAt(NEAR_FROM), most: MOST_MATCHES, seed: id });
  return found.filter((match) => held.get(match.id)?.personId !== own.personId);
}

async function catchUp(index: Index, db: Db, timeZone: string): Promise<void> {
  const horizon = await changeHorizon(db);
  const posts = await changedPosts(db, index.horizon);
  for (const [at, post] of posts.entries()) {
    if (at % READ_AT_ONCE === READ_AT_ONCE - 1) await nextTurn();
    take(index, post, timeZone);
  }
  if (index.horizon === null || horizon > index.horizon) index.horizon = horizon;
}

/** Of two readings that overtook each other the later change counts. */
function take({ pool, held }: Index, post: ChangedPost, timeZone: string): void {
  const before = held.get(post.id);
  if (before && before.change >= post.change) return;
  const { kind, personId, change, open } = post;
  held.set(post.id, { kind, personId, change, open });
  if (!post.open) {
    remove(pool, post.id);
    return;
  }
  const reading = readPost(post.words, post.kind, pool.knowledge);
  put(pool, post.id, { ...reading, when: onCalendar(reading.when, weekdayOf(post.createdAt, timeZone)) });
}

function drop({ pool }: Index, id: number): boolean {
  const known = pool.needs.readings.has(id) || pool.gifts.readings.has(id);
  remove(pool, id);
  return known;
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
