import { createHash, randomUUID } from "node:crypto";
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { stripTypeScriptTypes } from "node:module";
import { fileURLToPath } from "node:url";

const KEPT = fileURLToPath(new URL("../../node_modules/.cache/giftline", import.meta.url));

/**
 * A TypeScript file without its types, each sign where it was: what an earlier start made of it, where there was one.
 * What takes types off takes 20 MB, which a process never gives back.
 */
export function javascriptOf(file) {
  const text = readFileSync(file, "utf8");
  const place = `${KEPT}/${process.versions.node}-${createHash("sha256").update(text).digest("hex")}.js`;
  return readKept(place, text.length) ?? keep(place, stripTypeScriptTypes(text));
}

/** Null when there is none, or a cut of power left half of it. */
function readKept(place, length) {
  try {
    const kept = readFileSync(place, "utf8");
    return kept.length === length ? kept : null;
  } catch (fault) {
    if (fault.code === "ENOENT") return null;
    throw fault;
  }
}

/** Where nothing can be kept, the next start makes it again. */
function keep(place, script) {
  const unfinished = `${place}.${randomUUID()}`;
  try {
    mkdirSync(KEPT, { recursive: true });
    writeFileSync(unfinished, script);
    renameSync(unfinished, place);
  } catch (fault) {
    if (!["EACCES", "EROFS", "EPERM", "ENOSPC"].includes(fault.code)) throw fault;
    rmSync(unfinished, { force: true });
  }
  return script;
}
