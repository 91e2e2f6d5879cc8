import { statSync } from "node:fs";
import { expect, test } from "vitest";
import { ask, clusterOf, expectEnded, isRoot, joinHere, newDataDir, serverPid } from "./scene.ts";

test("an empty folder becomes a database that keeps what it has confirmed and listens to nobody else", async () => {
  const dataDir = newDataDir();
  const joined = await joinHere(dataDir);

  expect(await ask(joined, "SELECT current_database(), current_user")).toBe("giftline giftline");
  const settings =
    "fsync synchronous_commit full_page_writes listen_addresses TimeZone server_encoding".split(" ");
  const answers = await Promise.all(settings.map((name) => ask(joined, `SHOW ${name}`)));
  expect(answers).toEqual(["on", "on", "on", "", "UTC", "UTF8"]);
  expect(statSync(joined.connection.host).mode & 0o777).toBe(0o700);
  expect(statSync(dataDir).mode & 0o066).toBe(0);
  expect(statSync(clusterOf(dataDir)).uid === 0).toBe(false);
  expect(isRoot || statSync(clusterOf(dataDir)).uid === process.getuid?.()).toBe(true);

  const pid = serverPid(dataDir);
  await joined.leave();
  await expectEnded(pid);
});

test("words of any language can be sorted, folded and compared by likeness", async () => {
  const joined = await joinHere(newDataDir());
  for (const name of ["pg_trgm", "unaccent", "fuzzystrmatch"]) await ask(joined, `CREATE EXTENSION ${name}`);
  expect(
    await ask(joined, "SELECT lower('ÑANDÚ'), unaccent('mañana'), similarity('tarps', 'tarp') > 0.5"),
  ).toBe("ñandú manana true");
});

test("errors are logged without the words that people wrote", async () => {
  const joined = await joinHere(newDataDir());
  await expect(ask(joined, "SELECT 'secret words'::int")).rejects.toThrow("invalid input syntax");
  await ask(joined, "CREATE TABLE phones (phone text PRIMARY KEY)");
  await ask(joined, "INSERT INTO phones VALUES ('+14015550101')");
  await expect(ask(joined, "INSERT INTO phones VALUES ('+14015550101')")).rejects.toThrow("duplicate key");
  const log = await ask(joined, "SELECT pg_read_file(pg_current_logfile())");
  expect(log).toContain("duplicate key");
  expect(log).not.toContain("4015550101");
});
