import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, existsSync, mkdtempSync, readFileSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import pg from "pg";
import { expect, onTestFinished, vi } from "vitest";
import { type JoinedPostgres, joinPostgres } from "#server/embedded/join.ts";

/** Making a cluster waits for the disk; a busy machine may take seconds over it. */
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

export const isRoot = process.getuid?.() === 0;

/** A DATA_DIR of the test's own; server, files and folders elsewhere go when the test ends. */
export function newDataDir(under = "", parentMode = 0o711): string {
  const parent = mkdtempSync(join(tmpdir(), "giftline-test-"));
  chmodSync(parent, parentMode);
  const dataDir = join(parent, under, "data");
  onTestFinished(() => {
    killServer(dataDir);
    for (const path of [...outside(dataDir), parent]) rmSync(path, { recursive: true, force: true });
  });
  return dataDir;
}

/** Joins in this process, to leave at the latest when the test ends. */
export async function joinHere(dataDir: string, log: string[] = []): Promise<JoinedPostgres> {
  const joined = await joinPostgres({ dataDir, log: (line) => log.push(line) });
  onTestFinished(() => joined.leave());
  return joined;
}

/** Joins in another process; resolves once it has. */
export async function joinElsewhere(dataDir: string): Promise<ChildProcess> {
  const child = startJoining(dataDir);
  await once(child.stdout ?? child, "data");
  return child;
}

export function startJoining(dataDir: string): ChildProcess {
  const script = fileURLToPath(new URL("./joiner.ts", import.meta.url));
  const child = spawn(process.execPath, [script, dataDir], { stdio: ["pipe", "pipe", "inherit"] });
  onTestFinished(() => void child.kill("SIGKILL"));
  return child;
}

/** Ends it well (it leaves) or, with SIGKILL, badly. */
export async function end(child: ChildProcess, signal?: "SIGKILL"): Promise<void> {
  const ended = once(child, "exit");
  if (signal === undefined) child.stdin?.end();
  else child.kill(signal);
  await ended;
}

export async function ask(joined: JoinedPostgres, sql: string): Promise<string> {
  const client = new pg.Client(joined.connection);
  client.on("error", () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<string[]>({ text: sql, rowMode: "array" });
    return rows.map((row) => row.join(" ")).join("\n");
  } finally {
    await client.end().catch(() => undefined);
  }
}

export function clusterOf(dataDir: string): string {
  return join(dataDir, "postgres/cluster");
}

export function serverPid(dataDir: string): number {
  return Number.parseInt(readFileSync(join(clusterOf(dataDir), "postmaster.pid"), "utf8"), 10);
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

/** A stopped server has let go of its data a moment before its process ends. */
export async function expectEnded(pid: number): Promise<void> {
  await vi.waitFor(() => expect(isAlive(pid)).toBe(false), { timeout: 10_000, interval: 10 });
}

function killServer(dataDir: string): void {
  const lock = join(clusterOf(dataDir), "postmaster.pid");
  if (!existsSync(lock)) return;
  const pid = serverPid(dataDir);
  // A stale file may name anybody.
  if (
    existsSync(`/proc/${pid}/cwd`) &&
    realpathSync(`/proc/${pid}/cwd`) === realpathSync(clusterOf(dataDir))
  ) {
    process.kill(pid, "SIGQUIT");
  }
}

function outside(dataDir: string): string[] {
  if (!existsSync(join(dataDir, "postgres"))) return [];
  const folder = realpathSync(join(dataDir, "postgres"));
  const socket = join(folder, "socket");
  const sockets = existsSync(socket) ? [realpathSync(socket)] : [];
  const isMoved = basename(dirname(folder)).startsWith("data-");
  return [...sockets, folder, ...(isMoved ? [dirname(folder)] : [])];
}
