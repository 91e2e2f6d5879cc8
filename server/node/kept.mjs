import { randomUUID } from "node:crypto";
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const FOLDER = fileURLToPath(new URL("../../node_modules/.cache/giftline/", import.meta.url));

/** What an earlier start kept under this name, or what a cut of power left of it; null where there is nothing to be read. */
export function readKept(name) {
  try {
    return readFileSync(FOLDER + name);
  } catch (fault) {
    // Kept by root, perhaps, for nobody else.
    if (["ENOENT", "EACCES", "EPERM"].includes(fault.code)) return null;
    throw fault;
  }
}

/** Keeps it for later starts, in the place of what was there. Where nothing can be kept, the next start makes it again. */
export function keep(name, content) {
  const unfinished = `${FOLDER}${name}.${randomUUID()}`;
  try {
    mkdirSync(FOLDER, { recursive: true });
    writeFileSync(unfinished, content);
    renameSync(unfinished, FOLDER + name);
  } catch (fault) {
    if (!["EACCES", "EROFS", "EPERM", "ENOSPC"].includes(fault.code)) throw fault;
    rmSync(unfinished, { force: true });
  }
}
