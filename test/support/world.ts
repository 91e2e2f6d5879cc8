import { randomBytes } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Writable } from "node:stream";
import { Redis } from "ioredis";
import { Client, Pool } from "pg";
import { inject } from "vitest";
import { type Booted, createContext } from "#server/boot.ts";
import { loadConfig } from "#server/config.ts";
import { serveApp } from "#server/http/serve.ts";
import { startWorker } from "#server/jobs/worker.ts";
import { createLog } from "#server/log.ts";
import { freePort } from "#test/support/free-port.ts";
import { TEMPLATE } from "#test/support/global-setup.ts";
import { type StandIn, startStandIn } from "#test/support/stand-in-carrier.ts";
import { until } from "#test/support/until.ts";

export const OUR_NUMBER = "+14015550100";
const ACCOUNT = `AC${"0123456789abcdef".repeat(2)}`;
const TOKEN = "0123456789abcdef0123456789abcdef";
/** A Monday, noon at the camp. */
export const NOON = new Date("2026-11-23T17:00:00Z");

export type WorldOptions = {
  readonly queue?: "postgresql" | "redis";
  /** `twilio`: the stand-in carrier over HTTP. */
  readonly carrier?: "twilio" | "simulator";
  /** A clock that only `advance` moves; else the machine's. */
  readonly frozen?: boolean;
  readonly statusCallbacks?: boolean;
  readonly env?: Record<string, string>;
};

export type World = Awaited<ReturnType<typeof startWorld>>;

/** The whole program on a database of its own, served on loopback, with a carrier that only pretends to be far away. */
export async function startWorld(options: WorldOptions = {}) {
  const folder = await mkdtemp(join(tmpdir(), "giftline-world-"));
  const database = await createDatabase();
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const standIn = await startStandIn({ accountSid: ACCOUNT, authToken: TOKEN, ourNumber: OUR_NUMBER, statusCallbacks: options.statusCallbacks ?? false });
  const env = {
    PORT: String(port),
    HOST: "127.0.0.1",
    PUBLIC_URL: url,
    DATA_DIR: folder,
    DATABASE_URL: database.url,
    NODE_NAME: "Willow Camp",
    TIME_ZONE: "America/New_York",
    SMS_PER_SECOND: "1000",
    ...(options.frozen === false ? { QUIET_HOURS: "00:00-00:00" } : {}),
    ...(options.queue === "redis" ? { REDIS_URL: await freshRedis() } : {}),
    ...(options.carrier === "simulator" ? {} : twilioEnv(standIn)),
    ...options.env,
  };
  const clock = { at: NOON.getTime() };
  const logged: string[] = [];
  const log = createLog("info", new Writable({ write: (line, _, done) => (logged.push(String(line)), done()) }));
  const now = () => (options.frozen === false ? new Date() : new Date(clock.at));
  const booted = await createContext(loadConfig(env), { now, log });
  const web = await serveApp(booted);
  const worker = await startWorker(booted.ctx, booted.queues);
  return {
    url,
    booted,
    standIn,
    /** What the program logged, a JSON line each. */
    logged,
    database: database.pool,
    /** A phone texts us: the answer in the response, null for silence. */
    async text(from: string, body: string): Promise<string | null> {
      return (await standIn.postText(`${url}/twilio/sms`, { from, body })).reply;
    },
    /** What was sent to a phone by the carrier's API, oldest first. */
    sentTo: (phone: string) => standIn.accepted.filter((text) => text.to === phone).map((text) => text.body),
    /** Waits until nothing that is due is left to do. */
    settled: () => settled(booted, database.pool, now),
    /** Moves the frozen clock and lets happen what comes due. */
    async advance(minutes: number): Promise<void> {
      clock.at += minutes * 60_000;
      booted.poke();
      await settled(booted, database.pool, now);
    },
    async close(): Promise<void> {
      await web.close();
      await worker.stop();
      await booted.close();
      await standIn.close();
      await database.drop();
      await rm(folder, { recursive: true });
    },
  };
}

function twilioEnv(standIn: StandIn): Record<string, string> {
  return { TWILIO_ACCOUNT_SID: ACCOUNT, TWILIO_AUTH_TOKEN: TOKEN, TWILIO_FROM: OUR_NUMBER, TWILIO_API_URL: standIn.url };
}

async function createDatabase() {
  const { database: server } = inject("servers");
  const name = `world_${randomBytes(6).toString("hex")}`;
  await onServer(`CREATE DATABASE ${name} TEMPLATE ${TEMPLATE}`);
  const pool = new Pool({ ...server, database: name, max: 2 });
  return {
    url: `postgresql://${server.user}@localhost:${server.port}/${name}?host=${encodeURIComponent(server.host)}`,
    pool,
    async drop() {
      await pool.end();
      await onServer(`DROP DATABASE ${name} WITH (FORCE)`);
    },
  };
}

async function onServer(statement: string): Promise<void> {
  const client = new Client({ ...inject("servers").database, database: "postgres" });
  await client.connect();
  await client.query(statement).finally(() => client.end());
}

/** A Redis database that no other world uses. */
async function freshRedis(): Promise<string> {
  const { redisUrl } = inject("servers");
  const redis = new Redis(redisUrl);
  const number = (await redis.incr("worlds")) % 999;
  redis.disconnect();
  return `${redisUrl}/${number + 1}`;
}

async function settled(booted: Booted, pool: Pool, now: () => Date): Promise<void> {
  await until("everything due is done", async () => {
    booted.poke();
    const { rows } = await pool.query(
      `SELECT (SELECT count(*) FROM outbox WHERE due_at <= $1) + (SELECT count(*) FROM outbound_texts WHERE state = 'sending') AS left`,
      [now()],
    );
    return rows[0]?.left === "0";
  });
}
