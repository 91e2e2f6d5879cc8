import { spawn } from "node:child_process";
import { once } from "node:events";
import { readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, onTestFinished, test, vi } from "vitest";
import type { JoinedPostgres } from "#server/embedded/join.ts";
import {
  ask,
  clusterOf,
  end,
  expectEnded,
  isAlive,
  joinElsewhere,
  joinHere,
  newDataDir,
  serverPid,
  startJoining,
} from "./scene.ts";

const patience = { timeout: 20_000, interval: 25 };

test("a server that outlived its killed starter is adopted", async () => {
  const dataDir = newDataDir();
  const starter = await joinElsewhere(dataDir);
  const pid = serverPid(dataDir);
  await end(starter, "SIGKILL");
  expect(isAlive(pid)).toBe(true);

  const joined = await joinHere(dataDir);
  expect(serverPid(dataDir)).toBe(pid);
  // The server sees the dead joiner's connection end on its own time.
  await vi.waitFor(async () => expect(await countJoined(joined)).toBe("1"), patience);
  await joined.leave();
  await expectEnded(pid);
});

test("after everything is killed at once the next start recovers", async () => {
  const dataDir = newDataDir();
  const starter = await joinElsewhere(dataDir);
  const before = await joinHere(dataDir);
  await ask(before, "CREATE TABLE kept AS SELECT 47 AS number");
  const pids = (await ask(before, "SELECT pid FROM pg_stat_activity")).split("\n").map(Number);
  starter.kill("SIGKILL");
  for (const pid of [serverPid(dataDir), ...pids].filter(isAlive)) process.kill(pid, "SIGKILL");

  const after = await joinHere(dataDir);
  expect(await ask(after, "SELECT number FROM kept")).toBe("47");
});

test("a server killed while we are joined comes back by itself", async () => {
  const dataDir = newDataDir();
  const log: string[] = [];
  const joined = await joinHere(dataDir, log);
  await ask(joined, "CREATE TABLE kept AS SELECT 47 AS number");
  const pid = serverPid(dataDir);
  process.kill(pid, "SIGKILL");

  await vi.waitFor(async () => expect(await ask(joined, "SELECT number FROM kept")).toBe("47"), patience);
  await vi.waitFor(() => expect(log).toContain("PostgreSQL is back"), patience);
  expect(serverPid(dataDir)).not.toBe(pid);
});

test("one killed backend, which makes the server restart all of them, does not end our membership", async () => {
  const dataDir = newDataDir();
  const log: string[] = [];
  const joined = await joinHere(dataDir, log);
  const pid = serverPid(dataDir);
  const victim = Number(
    await ask(joined, "SELECT pid FROM pg_stat_activity WHERE backend_type = 'walwriter'"),
  );
  process.kill(victim, "SIGKILL");

  await vi.waitFor(async () => expect(await countJoined(joined)).toBe("1"), patience);
  await vi.waitFor(() => expect(log).toContain("PostgreSQL is back"), patience);
  expect(serverPid(dataDir)).toBe(pid);
});

test("a dead server's pid, given to another program since, does not keep us from starting", async () => {
  const dataDir = newDataDir();
  const starter = await joinElsewhere(dataDir);
  const lock = join(clusterOf(dataDir), "postmaster.pid");
  const content = readFileSync(lock, "utf8");
  await end(starter);

  // PostgreSQL takes another user's process for no server at all, so the stranger runs as its own.
  const { uid, gid } = statSync(clusterOf(dataDir));
  const stranger = spawn("sleep", ["600"], { uid, gid, stdio: "ignore" });
  onTestFinished(() => void stranger.kill());
  await once(stranger, "spawn");
  writeFileSync(lock, content.replace(/^\d+/, String(stranger.pid)));

  const joined = await joinHere(dataDir);
  expect(await ask(joined, "SELECT 1")).toBe("1");
  expect(stranger.exitCode ?? stranger.signalCode).toBeNull();
});

test("a first start killed halfway is begun anew", async () => {
  const dataDir = newDataDir();
  const starter = startJoining(dataDir);
  await vi.waitFor(() => expect(unfinished(dataDir)).toHaveLength(1), { timeout: 20_000, interval: 2 });
  await end(starter, "SIGKILL");

  const joined = await joinHere(dataDir);
  expect(await ask(joined, "SELECT 1")).toBe("1");
  expect(unfinished(dataDir)).toEqual([]);
});

function countJoined(joined: JoinedPostgres): Promise<string> {
  return ask(joined, "SELECT count(*) FROM pg_stat_activity WHERE application_name = 'giftline-join'");
}

function unfinished(dataDir: string): string[] {
  return readdirSync(join(dataDir, "postgres")).filter((name) => name.startsWith("cluster.new-"));
}
