import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Pool } from "pg";
import { createKey, type Key } from "#server/vault.ts";
import { until } from "#test/support/until.ts";
import { startDatabase } from "./database.ts";
import { type Figures, prepare, saturate, steady, type Target } from "./load.ts";
import { startGiftline } from "./processes.ts";
import { sampleText } from "./sample-texts.ts";

const AT_ONCE = 32;
const RATE = 50;
const CHUNK = 10_000;
const WARM_WITHIN_MS = 600_000;

type Row = { what: string; readySeconds: number; warmSeconds: number; MiB: number | null } & Pick<
  Figures,
  "p50" | "p95" | "p99"
> & {
    saturated: number;
  };

/** The same load on camps of more and more people, each with an open post: what bends, and where. */
export async function benchGrowth(options: {
  folder: string;
  sizes: readonly number[];
  seconds: number;
}): Promise<Row[]> {
  const database = await startDatabase(options.folder);
  const databaseUrl = database.url;
  const first = await startGiftline(database.settings);
  await first.stop();
  const key = createKey(readFileSync(join(options.folder, "secret.key"), "utf8").trim());
  const pool = new Pool({ connectionString: databaseUrl });
  const rows: Row[] = [];
  try {
    let have = 0;
    for (const size of options.sizes) {
      await grow({ pool, key }, have, size);
      have = size;
      rows.push(await measure(size, { databaseUrl, ...options }));
    }
    return rows;
  } finally {
    await pool.end();
    await database.stop();
  }
}

async function measure(
  size: number,
  { databaseUrl, folder, seconds }: { databaseUrl: string; folder: string; seconds: number },
): Promise<Row> {
  const heap = Math.max(512, Math.round(size / 150));
  const giftline = await startGiftline({
    DATABASE_URL: databaseUrl,
    DATA_DIR: folder,
    NODE_OPTIONS: `--max-old-space-size=${heap + 1024}`,
  });
  const { target } = giftline;
  const from = 100_000_000 + size * 10;
  const began = performance.now();
  await saturate(target, prepare(target, from, 1000), AT_ONCE, 3);
  // Until then what is open is read, a few posts at a time between texts.
  await until("all that came is matched", () => isIdle(target), WARM_WITHIN_MS);
  const warmSeconds = Math.round((performance.now() - began) / 1000);
  const calm = await steady(target, prepare(target, from + 2000, RATE * seconds), RATE);
  const full = await saturate(target, prepare(target, from + 500_000, 1500 * seconds), AT_ONCE, seconds);
  const MiB = giftline.memory();
  await giftline.stop();
  const { readySeconds } = giftline;
  const { p50, p95, p99 } = calm;
  return {
    what: `${size} people with posts`,
    readySeconds,
    warmSeconds,
    p50,
    p95,
    p99,
    saturated: full.perSecond,
    MiB,
  };
}

async function isIdle({ port }: Target): Promise<boolean> {
  const metrics = await (await fetch(`http://127.0.0.1:${port}/metrics`)).text();
  return /^giftline_due_jobs 0$/m.test(metrics);
}

/** People and their open posts as if each had texted once; numbers longer than any text gets, so that none is taken twice. */
async function grow({ pool, key }: { pool: Pool; key: Key }, from: number, to: number): Promise<void> {
  for (let at = from; at < to; at += CHUNK) {
    const ids = Array.from({ length: Math.min(CHUNK, to - at) }, (_, index) => at + index);
    const bodies = ids.map((i) => sampleText(i * 10 + (i % 5)).body);
    const numbers = ids.map((i) => `+1${3_000_000_000 + i}`);
    await pool.query(
      `WITH given AS (SELECT * FROM unnest($1::int[], $2::text[], $3::bytea[], $4::bytea[]) AS g (i, body, hash, phone)),
       people AS (
         INSERT INTO people (phone_hash, phone, language, created_at, seen_at)
         SELECT hash, phone, 'en', now(), now() FROM given RETURNING id, phone_hash
       )
       INSERT INTO posts (number, kind, person_id, words, thing, quantity, remaining, language, expires_at, created_at, said_at)
       SELECT 1000000 + i, CASE WHEN body ~* '^(gift|regalo)' THEN 'gift' ELSE 'need' END, people.id,
         regexp_replace(body, '^\\S+ ', ''), regexp_replace(body, '^\\S+ ', ''), NULL, NULL, 'en',
         now() + interval '7 days', now(), now()
       FROM given JOIN people ON people.phone_hash = hash`,
      [
        ids,
        bodies,
        numbers.map((each) => key.mac("phone", each)),
        numbers.map((each) => key.seal("phone", each)),
      ],
    );
  }
  await pool.query("ANALYZE");
}
