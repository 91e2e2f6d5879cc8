import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { stripTypeScriptTypes } from "node:module";
import { keep, readKept } from "./kept.mjs";

/**
 * A TypeScript file without its types, each sign where it was: what an earlier start made of it, where there was one.
 * What takes types off takes 20 MB, which a process never gives back.
 */
export function javascriptOf(file) {
  const text = readFileSync(file, "utf8");
  const name = `${process.versions.node}-${createHash("sha256").update(text).digest("hex")}.js`;
  const kept = readKept(name)?.toString("utf8");
  if (kept?.length === text.length) return kept;
  const script = stripTypeScriptTypes(text);
  keep(name, script);
  return script;
}
