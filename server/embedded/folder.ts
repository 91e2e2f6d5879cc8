import { spawnSync } from "node:child_process";
import {
  chmodSync,
  chownSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  realpathSync,
  renameSync,
  rmdirSync,
  statSync,
  symlinkSync,
} from "node:fs";
import { join } from "node:path";
import { serverAccount } from "./account.ts";
import { runningPostmaster } from "./lock-files.ts";
import { type Account, canAs } from "./program.ts";
import { sharedPlaces } from "./shared-places.ts";

export type Folder = {
  /** Holds cluster/, socket/ and log/; its real path. */
  readonly path: string;
  readonly cluster: string;
  readonly account: Account | undefined;
};

/** Closed to others; root's may be passed through (not listed), so that PostgreSQL's user reaches its own part. */
export function makeDataDir(dataDir: string): void {
  const isNew = mkdirSync(dataDir, { recursive: true }) !== undefined;
  if (isNew) chmodSync(dataDir, process.getuid?.() === 0 ? 0o711 : 0o700);
}

/** Finds or makes DATA_DIR/postgres: a folder, or where its user cannot reach one there, a link to where it can. */
export function findFolder(dataDir: string, log: (line: string) => void): Folder {
  const name = join(dataDir, "postgres");
  const path = existing(name);
  const account = serverAccount(path && join(path, "cluster"));
  if (path !== undefined) return found(path, name, account, log);
  if (account === undefined) mkdirSync(name, { mode: 0o700 });
  else if (!makeFor(account, name)) makeElsewhere(name, account, log);
  return asFolder(realpathSync(name), account);
}

function existing(name: string): string | undefined {
  if (lstatSync(name, { throwIfNoEntry: false }) === undefined) return undefined;
  try {
    return realpathSync(name);
  } catch (cause) {
    const message = `${name} leads nowhere: bring back the database it pointed to, or delete it to start empty`;
    throw new Error(message, { cause });
  }
}

function found(
  path: string,
  name: string,
  account: Account | undefined,
  log: (line: string) => void,
): Folder {
  if (account !== undefined) {
    // A copy made by root (a restored backup) is root's; the server could not open it.
    const owner = statSync(join(path, "cluster"), { throwIfNoEntry: false }) ?? statSync(path);
    if (owner.uid === 0) spawnSync("chown", ["-Rh", `${account.uid}:${account.gid}`, path]);
    const inUse = runningPostmaster(join(path, "cluster")) !== undefined;
    if (!inUse && !reaches(account, path)) makeElsewhere(name, account, log, path);
  }
  return asFolder(realpathSync(name), account);
}

/** A new place each time: an old one, left behind by a deleted DATA_DIR, must not come back to life. */
function makeElsewhere(name: string, account: Account, log: (line: string) => void, moveFrom?: string): void {
  for (const place of sharedPlaces()) {
    const target = join(mkdtempSync(join(place, "data-")), "postgres");
    chmodSync(join(target, ".."), 0o711);
    if (!makeFor(account, target)) continue;
    if (moveFrom !== undefined) move(moveFrom, target, name);
    symlinkSync(target, name);
    log(`PostgreSQL's files are in ${target}: the user it runs as cannot reach ${name}`);
    return;
  }
  throw new Error(
    `user ${account.uid}, which PostgreSQL runs as, cannot reach ${name}: choose another DATA_DIR`,
  );
}

function move(from: string, to: string, name: string): void {
  rmdirSync(to);
  const moved = spawnSync("mv", [from, to], { encoding: "utf8" });
  if (moved.status !== 0) throw new Error(`${from} could not be moved to ${to}: ${moved.stderr}`);
  // Where `name` was itself a link, it still points to where the files were.
  if (lstatSync(name, { throwIfNoEntry: false }) !== undefined) renameSync(name, `${name}.old`);
}

function makeFor(account: Account, path: string): boolean {
  mkdirSync(path, { mode: 0o700 });
  try {
    chownSync(path, account.uid, account.gid);
    if (reaches(account, path)) return true;
  } catch {
    // Some file systems have no owners to change.
  }
  rmdirSync(path);
  return false;
}

function reaches(account: Account, path: string): boolean {
  return canAs(account, 'cd "$1" && test -w .', path);
}

function asFolder(path: string, account: Account | undefined): Folder {
  return { path, cluster: join(path, "cluster"), account };
}
