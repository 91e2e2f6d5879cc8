import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";
import { FLAGS } from "#server/node/flags.mjs";
import { freePort } from "#test/support/free-port.ts";
import type { Target } from "./load.ts";

const ACCOUNT = `AC${"0".repeat(32)}`;
export const TOKEN = "bench-token-0123456789abcdef";

export type Process = {
  readonly target: Target;
  /** From its start until it took work, in seconds. */
  readonly readySeconds: number;
  /** Resident memory in MiB; null where the system does not tell. */
  memory(): number | null;
  stop(): Promise<void>;
};

/** A script of ours in a process of its own, ready unless it serves nothing; started as `npm start` starts it. */
export async function start(
  script: string,
  envFor: (target: Target) => Record<string, string>,
  serves = true,
): Promise<Process> {
  const port = await freePort();
  const target = { port, publicUrl: `http://127.0.0.1:${port}`, token: TOKEN, accountSid: ACCOUNT };
  const flags = process.env["BENCH_NODE_ARGS"]?.split(" ") ?? FLAGS;
  const began = performance.now();
  const child = spawn(process.execPath, [...flags, script], {
    env: { PATH: process.env["PATH"] ?? "", ...envFor(target) },
    stdio: ["ignore", "inherit", "inherit"],
  });
  while (serves && !(await isReady(target))) {
    if (child.exitCode !== null) throw new Error(`${script} ended before it was ready.`);
    await pause(50);
  }
  const readySeconds = Math.round((performance.now() - began) / 100) / 10;
  return { target, readySeconds, memory: () => memoryOf(child), stop: () => stop(child) };
}

/** Giftline, ready, with a carrier that takes nothing: what goes out waits in the queue. */
export function startGiftline(settings: Readonly<Record<string, string>>): Promise<Process> {
  const envFor = ({ port, publicUrl }: Target) => ({
    PORT: String(port),
    HOST: "127.0.0.1",
    PUBLIC_URL: publicUrl,
    TWILIO_ACCOUNT_SID: ACCOUNT,
    TWILIO_AUTH_TOKEN: TOKEN,
    TWILIO_FROM: "+14015550100",
    TWILIO_API_URL: "http://127.0.0.1:9",
    QUIET_HOURS: "00:00-23:59",
    LOG_LEVEL: "error",
    ...settings,
  });
  return start("server/main.ts", envFor, settings["ROLE"] !== "worker");
}

export async function startRedis(folder: string): Promise<{ url: string; stop(): Promise<void> }> {
  const port = await freePort();
  const child = spawn(
    process.env["REDIS_SERVER"] ?? "redis-server",
    ["--port", String(port), "--bind", "127.0.0.1", "--dir", folder, "--appendonly", "yes"],
    { stdio: "ignore" },
  );
  return { url: `redis://127.0.0.1:${port}`, stop: () => stop(child) };
}

function isReady({ port }: Target): Promise<boolean> {
  return fetch(`http://127.0.0.1:${port}/readyz`).then(
    (answer) => answer.ok,
    () => false,
  );
}

async function stop(child: ChildProcess): Promise<void> {
  child.kill("SIGTERM");
  if (child.exitCode === null) await once(child, "exit");
}

function memoryOf(child: ChildProcess): number | null {
  try {
    const kib = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, "utf8"))?.[1];
    return Math.round(Number(kib) / 1024);
  } catch {
    return null;
  }
}
