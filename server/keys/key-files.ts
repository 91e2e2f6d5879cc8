import { randomBytes } from "node:crypto";
import {
  chmodSync,
  closeSync,
  fstatSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
  writeSync,
} from "node:fs";
import { dirname } from "node:path";
import { createKey, type Key } from "../vault.ts";

/** Where a process finds its key: in the environment, else in a file. */
export type KeyPlace = { readonly secretKey: string | undefined; readonly secretKeyFile: string };

/** Beside the key: the one that a rotation goes over to. */
export function nextKeyFile({ secretKeyFile }: KeyPlace): string {
  return `${secretKeyFile}.next`;
}

/** Every key that this process can know, the settled one first. */
export function knownKeys(place: KeyPlace): readonly Key[] {
  const own = place.secretKey ?? readKey(place.secretKeyFile);
  const next = readKey(nextKeyFile(place));
  return [own, next].flatMap((secret) => (secret === null ? [] : [createKey(secret)]));
}

/** The key from its file, made there (mode 0600) when there is none. Safe when two start at once. */
export function keyFromFile(file: string): string {
  const found = readKey(file);
  if (found) return found;
  writeKey(file, randomBytes(32).toString("base64url"));
  const made = readKey(file);
  if (!made) throw new Error("The key file could not be written.");
  return made;
}

/** Unless there is one. */
export function writeKey(file: string, secret: string): void {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, `${secret}\n`, { mode: 0o600, flush: true });
  try {
    linkSync(draft, file);
  } catch (fault) {
    if (!isCode(fault, "EEXIST")) throw fault;
  } finally {
    rmSync(draft);
  }
  chmodSync(file, 0o600);
}

export function readKey(file: string): string | null {
  try {
    return readFileSync(file, "utf8").trim() || null;
  } catch (fault) {
    if (isCode(fault, "ENOENT")) return null;
    throw fault;
  }
}

/**
 * The next key takes the place of the old one, which is destroyed. May be broken off anywhere and done again, also by
 * several at once: only what was opened as the old key is ever overwritten.
 */
export function settleNextKey(place: KeyPlace): void {
  const old = openKey(place.secretKeyFile);
  try {
    renameSync(nextKeyFile(place), place.secretKeyFile);
    syncFolder(place.secretKeyFile);
    if (old !== null) overwrite(old);
  } catch (fault) {
    if (!isCode(fault, "ENOENT")) throw fault;
  } finally {
    if (old !== null) closeSync(old);
  }
}

/**
 * Overwrites the file where it lies, then removes it; false when there was none. What a disk keeps of old blocks
 * (flash, snapshots, journals of file systems) is out of reach.
 */
export function destroyKey(file: string): boolean {
  const opened = openKey(file);
  if (opened === null) return false;
  overwrite(opened);
  closeSync(opened);
  rmSync(file, { force: true });
  syncFolder(file);
  return true;
}

function openKey(file: string): number | null {
  try {
    return openSync(file, "r+");
  } catch (fault) {
    if (isCode(fault, "ENOENT")) return null;
    throw fault;
  }
}

function overwrite(opened: number): void {
  writeSync(opened, randomBytes(Math.max(1, fstatSync(opened).size)), null, null, 0);
  fsyncSync(opened);
}

/** So that a power cut does not bring the name back. */
function syncFolder(file: string): void {
  const folder = openSync(dirname(file), "r");
  fsyncSync(folder);
  closeSync(folder);
}

function isCode(fault: unknown, code: string): boolean {
  return fault instanceof Error && "code" in fault && fault.code === code;
}
