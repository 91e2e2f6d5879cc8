import { Pool } from "pg";
import { createContext } from "#server/boot.ts";
import { loadConfig } from "#server/config.ts";
import type { Context } from "#server/context.ts";
import { HANDLERS } from "#server/jobs/handlers.ts";
import { startDatabase } from "../texts/database.ts";
import { type SamplePosts, samplePosts } from "./sample-posts.ts";

export type MatchingRow = {
  what: string;
  gifts: number;
  p50ms?: number;
  p95ms?: number;
  perSecond?: number;
  warmSeconds?: number;
  memory?: string;
};

const ASKED = 300;

/**
 * One need against ever more open gifts in the embedded database, and the plain trigram query beside it in the same
 * run; then a queue of new posts matched in one go.
 */
export async function benchMatching(options: {
  folder: string;
  sizes: readonly number[];
  posts: number;
}): Promise<MatchingRow[]> {
  const database = await startDatabase(options.folder);
  const url = database.url;
  const rows: MatchingRow[] = [];
  try {
    for (const gifts of options.sizes) rows.push(...(await benchSize(url, options.folder, gifts)));
    rows.push(await benchQueue(url, options.folder, options.posts));
  } finally {
    await database.stop();
  }
  return rows;
}

async function benchSize(url: string, folder: string, gifts: number): Promise<MatchingRow[]> {
  const pool = new Pool({ connectionString: url, max: 1 });
  const samples = samplePosts(gifts, ASKED);
  const booted = await createContext(configFor(url, folder));
  await fillPosts(pool, samples);
  global.gc?.();
  const before = process.memoryUsage().rss;
  const started = performance.now();
  await booted.ctx.matcher.warm(booted.ctx.db);
  const warmSeconds = (performance.now() - started) / 1000;
  global.gc?.();
  const grown = Math.round((process.memoryUsage().rss - before) / 2 ** 20);
  const needs = await pool.query("SELECT id, words FROM posts WHERE kind = 'need' ORDER BY id");
  const ours = await timeEach(needs.rows, async ({ id }) => {
    await booted.ctx.matcher.matchesFor(booted.ctx.db, { id }, []);
  });
  await prepareTrigrams(pool);
  const peer = await timeEach(needs.rows.slice(0, 100), async ({ words }) => {
    await pool.query(
      `SELECT id, similarity(words, $1) AS s FROM posts
       WHERE kind = 'gift' AND state = 'open' AND words % $1 ORDER BY s DESC LIMIT 60`,
      [words],
    );
  });
  await pool.end();
  await booted.close();
  return [
    {
      what: `Giftline: catch up, find, score (${gifts} gifts)`,
      gifts,
      ...ours,
      warmSeconds: round(warmSeconds),
      memory: `+${grown} MiB`,
    },
    { what: `peer: plain pg_trgm query (${gifts} gifts)`, gifts, ...peer },
  ];
}

/** The match jobs themselves, each in its transaction: found, kept, and givers asked. */
async function benchQueue(url: string, folder: string, posts: number): Promise<MatchingRow> {
  const pool = new Pool({ connectionString: url, max: 1 });
  const booted = await createContext(configFor(url, folder));
  await fillPosts(pool, samplePosts(posts / 2, posts / 2));
  await booted.ctx.matcher.warm(booted.ctx.db);
  const { rows } = await pool.query("SELECT id FROM posts ORDER BY hashint8(id)");
  const ids: number[] = rows.map((row) => row.id);
  const started = performance.now();
  await Promise.all(
    [0, 1].map((lane) =>
      matchAll(
        booted.ctx,
        ids.filter((_, at) => at % 2 === lane),
      ),
    ),
  );
  const perSecond = Math.round(ids.length / ((performance.now() - started) / 1000));
  await pool.end();
  await booted.close();
  return { what: `${posts} new posts in one go`, gifts: posts / 2, perSecond };
}

async function matchAll(ctx: Context, ids: readonly number[]): Promise<void> {
  for (const id of ids) await ctx.inTransaction((inside) => HANDLERS.match(inside, id));
}

function configFor(url: string, folder: string) {
  return loadConfig({ DATABASE_URL: url, DATA_DIR: folder, QUIET_HOURS: "00:00-00:00", LOG_LEVEL: "error" });
}

/** A person a post, as many as there are texts, in place of all that was there. */
async function fillPosts(pool: Pool, { gifts, needs }: SamplePosts): Promise<void> {
  await pool.query("TRUNCATE people, posts, outbox CASCADE");
  await pool.query("DROP INDEX IF EXISTS bench_trigrams");
  const kinds = [...gifts.map(() => "gift"), ...needs.map(() => "need")];
  await pool.query(
    `WITH said AS (
       SELECT kind, words, row_number() OVER () AS at FROM unnest($1::text[], $2::text[]) AS u (kind, words)
     ), known AS (
       INSERT INTO people (phone_hash, created_at, seen_at)
       SELECT sha256(at::text::bytea), now(), now() FROM said RETURNING id, phone_hash
     )
     INSERT INTO posts (number, kind, person_id, words, thing, language, expires_at, created_at, said_at)
     SELECT said.at, kind, known.id, words, words, 'en', now() + interval '7 days', now(), now()
     FROM said JOIN known ON known.phone_hash = sha256(said.at::text::bytea)`,
    [kinds, [...gifts, ...needs]],
  );
  await pool.query("ANALYZE posts");
}

async function prepareTrigrams(pool: Pool): Promise<void> {
  await pool.query("CREATE EXTENSION IF NOT EXISTS pg_trgm");
  await pool.query(
    "CREATE INDEX bench_trigrams ON posts USING gin (words gin_trgm_ops) WHERE state = 'open'",
  );
  await pool.query("SET pg_trgm.similarity_threshold = 0.15");
  await pool.query("ANALYZE posts");
}

async function timeEach<T>(
  items: readonly T[],
  run: (item: T) => Promise<void>,
): Promise<{ p50ms: number; p95ms: number }> {
  const times: number[] = [];
  for (const item of items.slice(0, 20)) await run(item);
  for (const item of items) {
    const started = performance.now();
    await run(item);
    times.push(performance.now() - started);
  }
  const sorted = times.sort((a, b) => a - b);
  const at = (share: number) => round(sorted[Math.floor(sorted.length * share)] ?? 0);
  return { p50ms: at(0.5), p95ms: at(0.95) };
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
