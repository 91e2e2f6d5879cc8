import { execFileSync } from "node:child_process";
import { chmodSync, cpSync, lstatSync, mkdirSync, statSync, symlinkSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { oneAtATime } from "#server/embedded/mutex.ts";
import { ask, clusterOf, isRoot, joinHere, newDataDir, serverPid } from "./scene.ts";

test("a folder whose path is too long for a socket", async () => {
  const dataDir = newDataDir("a-camp-with-a-rather-long-name/".repeat(5));
  const first = await joinHere(dataDir);
  const second = await joinHere(dataDir);
  expect(await ask(second, "SELECT 1")).toBe("1");
  const { host } = first.connection;
  expect(second.connection.host).toBe(host);
  expect(host.length).toBeLessThan(80);
  expect(statSync(host).mode & 0o777).toBe(0o700);
  expect(statSync(host).uid).toBe(statSync(clusterOf(dataDir)).uid);
});

test("a folder with spaces, quotes and another alphabet in its name", async () => {
  const joined = await joinHere(newDataDir(`Willow's "camp", ünï $(code)`));
  expect(await ask(joined, "SELECT 1")).toBe("1");
});

test("a folder inside one that only its owner may enter", async () => {
  const dataDir = newDataDir("", 0o700);
  const log: string[] = [];
  const joined = await joinHere(dataDir, log);
  await ask(joined, "CREATE TABLE kept AS SELECT 47 AS number");
  await joined.leave();

  expect(lstatSync(join(dataDir, "postgres")).isSymbolicLink()).toBe(isRoot);
  expect(log.some((line) => line.startsWith("PostgreSQL's files are in"))).toBe(isRoot);
  const again = await joinHere(dataDir);
  expect(await ask(again, "SELECT number FROM kept")).toBe("47");
});

test("a folder that was closed to others later keeps its data", async () => {
  const dataDir = newDataDir();
  const joined = await joinHere(dataDir);
  await ask(joined, "CREATE TABLE kept AS SELECT 47 AS number");
  await joined.leave();
  chmodSync(dirname(dataDir), 0o700);

  const again = await joinHere(dataDir);
  expect(await ask(again, "SELECT number FROM kept")).toBe("47");
});

test("a copy of a folder in use is a database of its own", async () => {
  const dataDir = newDataDir("long-".repeat(20));
  const original = await joinHere(dataDir);
  await ask(original, "CREATE TABLE mine AS SELECT 1");
  await ask(original, "CHECKPOINT");
  const copied = newDataDir("long-".repeat(20));
  mkdirSync(dirname(copied), { recursive: true });
  cpSync(dataDir, copied, {
    recursive: true,
    verbatimSymlinks: true,
    filter: (path) => !lstatSync(path).isSocket(),
  });

  const copy = await joinHere(copied);
  expect(serverPid(copied)).not.toBe(serverPid(dataDir));
  await ask(copy, "DROP TABLE mine");
  expect(await ask(original, "SELECT count(*) FROM mine")).toBe("1");
});

test("a link that leads nowhere is said, not silently replaced by an empty database", async () => {
  const dataDir = newDataDir();
  mkdirSync(dataDir, { recursive: true });
  symlinkSync("/nowhere/postgres", join(dataDir, "postgres"));
  await expect(joinHere(dataDir)).rejects.toThrow("leads nowhere");
});

test("a disk without any room left keeps nobody from taking turns", async () => {
  const lockFile = join(dirname(newDataDir()), "postgres.lock");
  const script = `import { oneAtATime } from "#server/embedded/mutex.ts";
    await oneAtATime(${JSON.stringify(lockFile)}, async () => console.log("my turn"));`;
  // No file of the process's may grow, as where there is no room.
  const words = 'ulimit -f 0; exec "$0" --input-type=module -e "$1"';
  const cwd = fileURLToPath(new URL("../../", import.meta.url));
  expect(execFileSync("sh", ["-c", words, process.execPath, script], { cwd, encoding: "utf8" })).toBe(
    "my turn\n",
  );
});

test("who finds another at it waits for their turn", async () => {
  const lockFile = join(dirname(newDataDir()), "postgres.lock");
  const { promise: held, resolve: letGo } = Promise.withResolvers<void>();
  const first = oneAtATime(lockFile, () => held);
  const second = oneAtATime(lockFile, async () => "my turn");
  letGo();
  await first;
  expect(await second).toBe("my turn");
});
