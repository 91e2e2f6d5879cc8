import { createHash } from "node:crypto";
import {
  chownSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  realpathSync,
  rmSync,
  statSync,
  symlinkSync,
} from "node:fs";
import { basename, join } from "node:path";
import type { Folder } from "./folder.ts";

/** Only the name of the socket file: nothing listens on TCP. */
export const port = 5432;

/** sizeof(sun_path) less its end: 107 on Linux, 103 on macOS. */
const longestBytes = 103;

/**
 * The folder with the server's socket, closed to everybody but the server's user (local trust rests on that).
 * `socket` beside the cluster, or, where that path is too long for a socket, a link to a short one.
 */
export function socketFolder(folder: Folder): string {
  const name = join(folder.path, "socket");
  const known = lstatSync(name, { throwIfNoEntry: false });
  if (known?.isDirectory() && fits(name)) return name;
  if (known?.isSymbolicLink()) {
    const target = usableTarget(name, folder);
    if (target !== undefined) return target;
  }
  rmSync(name, { recursive: true, force: true });
  return make(name, folder);
}

function make(name: string, folder: Folder): string {
  const made = fits(name) ? name : mkdtempSync(join("/tmp", prefix(folder)));
  if (made === name) mkdirSync(name, { mode: 0o700 });
  else symlinkSync(made, name);
  if (folder.account) chownSync(made, folder.account.uid, folder.account.gid);
  return made;
}

/** In /tmp anybody can make a folder of any name: take only one that is the server's own and closed. */
function usableTarget(name: string, folder: Folder): string | undefined {
  let target: string;
  try {
    target = realpathSync(name);
  } catch {
    return undefined;
  }
  const { uid, mode } = lstatSync(target);
  const isOurs = uid === (folder.account?.uid ?? process.getuid?.()) && (mode & 0o077) === 0;
  return isOurs && basename(target).startsWith(prefix(folder)) ? target : undefined;
}

/** Names this very folder: a copy of DATA_DIR copies the link too, and must not meet the original's server. */
function prefix(folder: Folder): string {
  const { dev, ino } = statSync(folder.path);
  const mark = createHash("sha256").update(`${dev}:${ino}`).digest("hex").slice(0, 8);
  return `giftline-${mark}-`;
}

function fits(path: string): boolean {
  return Buffer.byteLength(join(path, `.s.PGSQL.${port}`)) <= longestBytes;
}
