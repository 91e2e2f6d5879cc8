import { mkdir } from "node:fs/promises";
import { Pool } from "pg";
import { draftBroadcast } from "#server/actions/draft-broadcast.ts";
import { grantRole } from "#server/actions/grant-role.ts";
import { releaseBroadcast } from "#server/actions/release-broadcast.ts";
import { submitBroadcast } from "#server/actions/submit-broadcast.ts";
import { createContext } from "#server/boot.ts";
import { loadConfig } from "#server/config.ts";
import type { Context } from "#server/context.ts";
import { readPhone } from "#server/domain/phone.ts";
import { budgetOf } from "#server/domain/segment-budget.ts";
import { joinPostgres } from "#server/embedded/join.ts";
import { HANDLERS } from "#server/jobs/handlers.ts";
import { actorOf } from "#server/store/roles.ts";
import { claimText, openSender, outlook } from "#server/store/senders.ts";

export type BroadcastsRow = {
  what: string;
  people: number;
  releaseMs: number;
  queueMs: number;
  bareInsertMs: number;
  memoryMiB: number;
  claimP95ms: number;
  outlookP95ms: number;
};

const CLAIMS = 300;
const UNDO_MS = 21_000;

/**
 * A broadcast to everyone on NEWS in the embedded database: counting and release, then a text queued for each, and
 * beside it the same rows by one bare statement into a table without indexes. Then what a sender pays for the next
 * text while all of them wait.
 */
export async function benchBroadcasts(options: {
  folder: string;
  sizes: readonly number[];
}): Promise<BroadcastsRow[]> {
  const rows: BroadcastsRow[] = [];
  for (const people of options.sizes) {
    const folder = `${options.folder}/${people}`;
    await mkdir(folder, { recursive: true });
    const postgres = await joinPostgres({ dataDir: folder, log: () => undefined });
    const { host, user, database } = postgres.connection;
    const url = `postgresql://${user}@localhost/${database}?host=${encodeURIComponent(host)}`;
    try {
      rows.push(await benchSize(url, folder, people));
    } finally {
      await postgres.leave();
    }
  }
  return rows;
}

async function benchSize(url: string, folder: string, people: number): Promise<BroadcastsRow> {
  const clock = { at: Date.now() };
  const env = {
    DATABASE_URL: url,
    DATA_DIR: folder,
    LOG_LEVEL: "error",
    SMS_PER_SECOND: "1000",
    QUIET_HOURS: "0:00-0:00",
  };
  const booted = await createContext(loadConfig(env), { now: () => new Date(clock.at) });
  const pool = new Pool({ connectionString: url, max: 1 });
  try {
    await fillPeople(pool, people);
    const id = await waitingBroadcast(booted.ctx);
    const before = process.memoryUsage().rss;
    const releaseMs = await timed(async () => release(booted.ctx, id));
    clock.at += UNDO_MS;
    const start = HANDLERS["start-broadcast"];
    const queueMs = await timed(() => booted.ctx.inTransaction((ctx) => start(ctx, id)));
    const memoryMiB = Math.round((process.memoryUsage().rss - before) / 2 ** 20);
    const bareInsertMs = await timed(() => bareInsert(pool));
    const budget = budgetOf(booted.ctx.now().toISOString().slice(0, 10), undefined);
    const claimP95ms = await p95(() =>
      claimText(booted.ctx.db, booted.ctx.carrier.sender, { segmentMs: 0, budget }, booted.ctx.now()),
    );
    const outlookP95ms = await p95(() => outlook(booted.ctx.db, booted.ctx.carrier.sender, booted.ctx.now()));
    return {
      what: `broadcast to ${people}`,
      people,
      releaseMs,
      queueMs,
      bareInsertMs,
      memoryMiB,
      claimP95ms,
      outlookP95ms,
    };
  } finally {
    await pool.end();
    await booted.close();
  }
}

/** People with a phone, an ordinary history of consents, on NEWS. */
async function fillPeople(pool: Pool, people: number): Promise<void> {
  await pool.query(
    `INSERT INTO people (phone_hash, phone, created_at, seen_at)
     SELECT decode(md5(n::text) || md5('x' || n), 'hex'), decode(repeat('00', 40), 'hex'), now(), now() FROM generate_series(1, $1::int) n`,
    [people],
  );
  await pool.query(
    `INSERT INTO consents (phone_hash, purpose, granted, method, wording, at)
     SELECT phone_hash, purpose, true, 'keyword', 'NEWS', now() FROM people, (VALUES ('texts'), ('news')) AS c (purpose)`,
  );
  await pool.query("ANALYZE");
}

async function waitingBroadcast(ctx: Context): Promise<number> {
  const writer = await organizer(ctx, "+14015550108", "Ada");
  await organizer(ctx, "+14015550109", "Ben");
  const draft = await draftBroadcast(ctx, writer, {
    words: "assembly moved to 8pm, Big Tent",
    audience: { kind: "news", language: null },
    urgent: false,
    gatheringId: null,
    correctsId: null,
    scheduledAt: null,
    notAfter: null,
  });
  if (!draft.ok) throw new Error(draft.refusal);
  await submitBroadcast(ctx, writer, draft.id);
  return draft.id;
}

async function release(ctx: Context, id: number): Promise<void> {
  const released = await releaseBroadcast(ctx, await organizer(ctx, "+14015550109", "Ben"), id);
  if (!released.ok) throw new Error(released.refusal);
}

async function organizer(ctx: Context, number: string, name: string) {
  const phone = readPhone(number, "US");
  if (!phone) throw new Error(number);
  const personId = await grantRole(ctx, "command line", { phone, role: "organizer", groupId: null, name });
  const actor = await actorOf(ctx.db, personId, ctx.now());
  if (!actor) throw new Error(`${name} has no role`);
  await openSender(ctx.db, ctx.carrier.sender);
  return actor;
}

/** What the disk and the row format alone cost. */
async function bareInsert(pool: Pool): Promise<void> {
  await pool.query("CREATE TABLE bare AS SELECT * FROM outbound_texts WHERE false");
  await pool.query("INSERT INTO bare SELECT * FROM outbound_texts WHERE broadcast_id IS NOT NULL");
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const from = performance.now();
  await work();
  return Math.round(performance.now() - from);
}

async function p95(work: () => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  for (let i = 0; i < CLAIMS; i++) {
    const from = performance.now();
    await work();
    times.push(performance.now() - from);
  }
  return Number((times.sort((a, b) => a - b)[Math.floor(CLAIMS * 0.95)] ?? 0).toFixed(1));
}
