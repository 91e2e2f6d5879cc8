import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import { setTimeout as pause } from "node:timers/promises";
import { joinPostgres } from "#server/embedded/join.ts";
import { freePort } from "#test/support/free-port.ts";
import { bareStatements } from "./bare-statements.ts";
import { type Figures, prepare, saturate, steady, type Target } from "./load.ts";

const ACCOUNT = `AC${"0".repeat(32)}`;
const TOKEN = "bench-token-0123456789abcdef";
const AT_ONCE = 32;

export type Row = { what: string } & Partial<Figures> & { memory?: string };

/** The webhook's whole path on the embedded database, with the machine's two ceilings beside it in the same run. */
export async function benchTexts(options: {
  folder: string;
  queue: string;
  seconds: number;
}): Promise<Row[]> {
  await mkdir(options.folder, { recursive: true });
  const postgres = await joinPostgres({ dataDir: options.folder, log: () => undefined });
  const { host, user, database } = postgres.connection;
  const url = `postgresql://${user}@localhost/${database}?host=${encodeURIComponent(host)}`;
  try {
    const ours = await benchGiftline(options, url);
    const perSecond = await bareStatements(url, Math.min(10, options.seconds), 16);
    const bare: Row = { what: `ceiling: the same statements, bare pg (${options.queue})`, perSecond };
    return [...ours, bare, await benchCeiling(options, url)];
  } finally {
    await postgres.leave();
  }
}

async function benchGiftline(
  { folder, queue, seconds }: { folder: string; queue: string; seconds: number },
  databaseUrl: string,
): Promise<Row[]> {
  const redis = queue === "redis" ? await startRedis(folder) : null;
  const target = await newTarget();
  const child = await start("server/main.ts", target.port, {
    PORT: String(target.port),
    HOST: "127.0.0.1",
    PUBLIC_URL: target.publicUrl,
    DATABASE_URL: databaseUrl,
    DATA_DIR: folder,
    TWILIO_ACCOUNT_SID: ACCOUNT,
    TWILIO_AUTH_TOKEN: TOKEN,
    TWILIO_FROM: "+14015550100",
    TWILIO_API_URL: "http://127.0.0.1:9",
    QUIET_HOURS: "00:00-23:59",
    LOG_LEVEL: "error",
    ...(redis ? { REDIS_URL: redis.url } : {}),
  });
  const rows: Row[] = [];
  await saturate(target, prepare(target, 9_000_000, 2000), AT_ONCE, 4);
  const calm = await steady(target, prepare(target, 1, 50 * seconds), 50);
  rows.push({ what: `Giftline at 50 texts/s (${queue})`, ...calm, memory: memoryOf(child) });
  await pause(1000);
  const full = await saturate(target, prepare(target, 1_000_000, 2000 * seconds), AT_ONCE, seconds);
  rows.push({ what: `Giftline, saturated (${queue})`, ...full, memory: memoryOf(child) });
  await stop(child);
  if (redis) await stop(redis.child);
  return rows;
}

async function benchCeiling(
  { queue, seconds }: { queue: string; seconds: number },
  databaseUrl: string,
): Promise<Row> {
  const target = await newTarget();
  const child = await start("scripts/bench/texts/ceiling-server.ts", target.port, {
    CEILING_DATABASE: databaseUrl,
    CEILING_PORT: String(target.port),
    CEILING_TOKEN: TOKEN,
    CEILING_URL: target.publicUrl,
  });
  await saturate(target, prepare(target, 8_000_000, 3000), AT_ONCE, 3);
  const full = await saturate(
    target,
    prepare(target, 5_000_000, 6000 * seconds),
    AT_ONCE,
    Math.min(10, seconds),
  );
  await stop(child);
  return { what: `ceiling: signature and one durable INSERT (${queue})`, ...full };
}

async function newTarget(): Promise<Target> {
  const port = await freePort();
  return { port, publicUrl: `http://127.0.0.1:${port}`, token: TOKEN, accountSid: ACCOUNT };
}

async function start(script: string, port: number, env: Record<string, string>): Promise<ChildProcess> {
  const child = spawn(process.execPath, [...(process.env["BENCH_NODE_ARGS"]?.split(" ") ?? []), script], {
    env: { PATH: process.env["PATH"] ?? "", ...env },
    stdio: ["ignore", "inherit", "inherit"],
  });
  while (
    !(await fetch(`http://127.0.0.1:${port}/readyz`).then(
      (answer) => answer.ok,
      () => false,
    ))
  )
    await pause(50);
  return child;
}

async function startRedis(folder: string): Promise<{ url: string; child: ChildProcess }> {
  const port = await freePort();
  const child = spawn(
    process.env["REDIS_SERVER"] ?? "redis-server",
    ["--port", String(port), "--bind", "127.0.0.1", "--dir", folder, "--appendonly", "yes"],
    { stdio: "ignore" },
  );
  return { url: `redis://127.0.0.1:${port}`, child };
}

async function stop(child: ChildProcess): Promise<void> {
  child.kill("SIGTERM");
  if (child.exitCode === null) await once(child, "exit");
}

/** Resident memory of a process in MiB, where the system tells. */
function memoryOf(child: ChildProcess): string {
  try {
    const kib = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, "utf8"))?.[1];
    return `${Math.round(Number(kib) / 1024)} MiB`;
  } catch {
    return "not told here";
  }
}
