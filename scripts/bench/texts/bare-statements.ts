import { Pool } from "pg";
import type { Db } from "#server/store/db.ts";
import { keepInboundText, recordAnswer } from "#server/store/inbound-texts.ts";
import { addPost } from "#server/store/posts.ts";

/** The store's own statements for one NEED, in one transaction, through bare `pg`: what the database allows. Per second. */
export async function bareStatements(url: string, seconds: number, atOnce: number): Promise<number> {
  const pool = new Pool({ connectionString: url, max: atOnce, options: "-c enable_seqscan=off" });
  const end = performance.now() + seconds * 1000;
  let done = 0;
  const one = async (worker: number) => {
    const client = await pool.connect();
    const db = bareDb((text, values) => client.query({ name: nameOf(text), text, values }));
    for (let turn = 0; performance.now() < end; turn++) {
      await client.query("BEGIN");
      await oneNeed(db, worker * 10_000_000 + turn);
      await client.query("COMMIT");
      done++;
    }
    client.release();
  };
  await Promise.all(Array.from({ length: atOnce }, (_, worker) => one(worker)));
  await pool.end();
  return Math.round(done / seconds);
}

async function oneNeed(db: Db, i: number): Promise<void> {
  const now = new Date();
  const later = new Date(now.getTime() + 7 * 86_400_000);
  const bytes = (length: number) => new Uint8Array(Buffer.alloc(length, String(i)));
  const kept = await keepInboundText(db, {
    carrierId: `bare${i}`,
    phoneHash: new Uint8Array(Buffer.from(`bare phone ${i}`)),
    phone: bytes(40),
    body: bytes(60),
    bodyHash: bytes(32),
    now,
  });
  if (!kept) throw new Error("This text was stored before.");
  await addPost(db, {
    kind: "need",
    personId: kept.personId,
    words: "2 tarps till fri",
    thing: "tarps",
    quantity: 2,
    until: null,
    untilTimed: false,
    language: "en",
    expiresAt: later,
    tendAt: later,
    numberFreeAt: later,
    now,
  });
  await recordAnswer(db, {
    textId: kept.textId,
    personId: kept.personId,
    verb: "need",
    dull: false,
    reply: bytes(140),
    segments: 1,
    language: "en",
    question: null,
    spend: { day: now.toISOString().slice(0, 10), most: null },
    now,
  });
}

const names = new Map<string, string>();

/** Named, as the program's own statements are. */
function nameOf(text: string): string {
  const name = names.get(text) ?? `s${names.size}`;
  names.set(text, name);
  return name;
}

type Query = (text: string, values: unknown[]) => Promise<{ rows: unknown[]; rowCount: number | null }>;

/** Prisma's two raw calls over a plain connection, so that the very same statements run. */
function bareDb(query: Query): Db {
  const text = (strings: TemplateStringsArray) =>
    strings.reduce((sql, part, index) => `${sql}$${index}${part}`);
  const raw = {
    $queryRaw: async (strings: TemplateStringsArray, ...values: unknown[]) =>
      (await query(text(strings), values)).rows,
    $executeRaw: async (strings: TemplateStringsArray, ...values: unknown[]) =>
      (await query(text(strings), values)).rowCount,
  };
  return raw as unknown as Db;
}
