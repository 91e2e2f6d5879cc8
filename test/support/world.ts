import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Writable } from "node:stream";
import type { Pool } from "pg";
import { expect } from "vitest";
import { createContext, type Replacements } from "#server/boot.ts";
import { loadConfig } from "#server/config.ts";
import { serveApp } from "#server/http/serve.ts";
import { startWorker } from "#server/jobs/worker.ts";
import { createLog } from "#server/log.ts";
import { freePort } from "#test/support/free-port.ts";
import { createDatabase, freshRedis } from "#test/support/servers.ts";
import { type StandIn, type StandInOptions, startStandIn } from "#test/support/stand-in-carrier.ts";
import { until } from "#test/support/until.ts";

export const OUR_NUMBER = "+14015550100";
export const ACCOUNT = `AC${"0123456789abcdef".repeat(2)}`;
export const TOKEN = "0123456789abcdef0123456789abcdef";
/** A Monday, noon at the camp. */
const NOON = new Date("2026-11-23T17:00:00Z");

export type WorldOptions = {
  readonly queue?: "postgresql" | "redis";
  /** `twilio`: the stand-in carrier over HTTP. */
  readonly carrier?: "twilio" | "simulator";
  /** A clock that only `advance` moves; else the machine's. */
  readonly frozen?: boolean;
  readonly statusCallbacks?: boolean;
  readonly env?: Record<string, string>;
  /** How the stand-in carrier differs from the usual one. */
  readonly standIn?: Partial<StandInOptions>;
  readonly carrierTimeoutMs?: number;
};

export type World = Awaited<ReturnType<typeof startWorld>>;

/** The whole program on a database of its own, served on loopback, with a carrier that only pretends to be far away. */
export async function startWorld(options: WorldOptions = {}) {
  const { env, clock, now, standIn, database, logged, log, clear } = await furnish(options);
  const { carrierTimeoutMs } = options;
  const replaced = { now, log, ...(carrierTimeoutMs === undefined ? {} : { carrierTimeoutMs }) };
  const first = await startProcess(env, replaced);
  const processes = new Set([first]);
  const settle = () => settled(processes, database.pool, now);
  return {
    url: first.url,
    booted: first.booted,
    standIn,
    env,
    /** What the program logged, a JSON line each. */
    logged,
    database: database.pool,
    /** A phone texts us: the answer in the response, null for silence. */
    async text(from: string, body: string): Promise<string | null> {
      return (await standIn.postText(`${first.url}/twilio/sms`, { from, body })).reply;
    },
    /** What was sent to a phone by the carrier's API, oldest first. */
    sentTo: (phone: string) => standIn.accepted.filter((text) => text.to === phone).map((text) => text.body),
    /** Waits until nothing that is due is left to do. */
    settled: settle,
    /** Moves the frozen clock and lets happen what comes due. */
    async advance(minutes: number): Promise<void> {
      clock.at += minutes * 60_000;
      await settle();
    },
    /** Moves the frozen clock and waits for nothing. */
    tick(minutes: number): void {
      clock.at += minutes * 60_000;
      first.booted.poke();
    },
    /** Starts one more process of this installation, at an address of its own. */
    async join(more: Record<string, string> = {}): Promise<Process> {
      const joined = await startProcess({ ...env, PORT: String(await freePort()), ...more }, replaced);
      processes.add(joined);
      return joined;
    },
    /** Stops one process; the first one unless told which. */
    async stop(which: Process = first): Promise<void> {
      if (processes.delete(which)) await which.stop();
    },
    /** Whatever was tested: nothing that was logged or counted may hold anybody's number or words. */
    async close(): Promise<void> {
      const metrics = await first.booted.ctx.metrics.registry.metrics();
      for (const each of processes) await each.stop();
      await clear();
      expect(personalIn([...logged, metrics], standIn)).toEqual([]);
    },
  };
}

/** Shorter ones ("MENU", "1 anvil") may well be in a log by themselves; every number is as long. */
const TELLING_LETTERS = 10;

/** What phones and we wrote to each other, and their numbers, as far as they are in these lines. */
function personalIn(lines: readonly string[], standIn: StandIn): readonly string[] {
  const texts = [...standIn.received, ...standIn.accepted, ...standIn.replies];
  const numbers = texts.flatMap(({ from, to }) => [from, to]).filter((number) => number !== OUR_NUMBER);
  const telling = [...numbers.map((number) => number.replace("+", "")), ...texts.map(({ body }) => body)];
  const printed = lines.join("\n");
  return [...new Set(telling)].filter(
    (words) => words.length >= TELLING_LETTERS && printed.includes(JSON.stringify(words).slice(1, -1)),
  );
}

/** Everything around the program: a database, a carrier, a clock, a place for its log. */
async function furnish(options: WorldOptions) {
  const folder = await mkdtemp(join(tmpdir(), "giftline-world-"));
  const database = await createDatabase();
  const clock = { at: NOON.getTime() };
  const now = () => (options.frozen === false ? new Date() : new Date(clock.at));
  const standIn = await startStandIn({
    accountSid: ACCOUNT,
    authToken: TOKEN,
    ourNumber: OUR_NUMBER,
    statusCallbacks: options.statusCallbacks ?? false,
    now,
    ...options.standIn,
  });
  const port = await freePort();
  const env: Record<string, string> = {
    PORT: String(port),
    HOST: "127.0.0.1",
    PUBLIC_URL: `http://127.0.0.1:${port}`,
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
  const logged: string[] = [];
  const log = createLog("info", collectLines(logged));
  const clear = async () => {
    await standIn.close();
    await database.drop();
    await rm(folder, { recursive: true });
  };
  return { env, clock, now, standIn, database, logged, log, clear };
}

export type Process = Awaited<ReturnType<typeof startProcess>>;

/** One process of the program: serves, works or both by ROLE, and stops in the order of main.ts. */
async function startProcess(env: Record<string, string>, replaced: Replacements) {
  const booted = await createContext(loadConfig(env), replaced);
  const web = booted.ctx.config.role === "worker" ? null : await serveApp(booted);
  const worker = booted.ctx.config.role === "web" ? null : await startWorker(booted.ctx, booted.queues);
  return {
    booted,
    url: `http://127.0.0.1:${booted.ctx.config.port}`,
    async stop(): Promise<void> {
      await web?.close();
      await worker?.stop();
      await booted.close();
    },
  };
}

function collectLines(lines: string[]): Writable {
  return new Writable({
    write(line, _, done) {
      lines.push(String(line));
      done();
    },
  });
}

function twilioEnv(standIn: StandIn): Record<string, string> {
  return {
    TWILIO_ACCOUNT_SID: ACCOUNT,
    TWILIO_AUTH_TOKEN: TOKEN,
    TWILIO_FROM: OUR_NUMBER,
    TWILIO_API_URL: standIn.url,
  };
}

async function settled(processes: ReadonlySet<Process>, pool: Pool, now: () => Date): Promise<void> {
  if (processes.size === 0) return;
  await until("everything due is done", async () => {
    for (const { booted } of processes) booted.poke();
    const { rows } = await pool.query(
      `SELECT (SELECT count(*) FROM outbox WHERE due_at <= $1) + (SELECT count(*) FROM outbound_texts WHERE state = 'sending') AS left`,
      [now()],
    );
    return rows[0]?.left === "0";
  });
}
