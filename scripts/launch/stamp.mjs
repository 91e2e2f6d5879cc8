import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";

export function hashOf(...files) {
  const hash = createHash("sha256");
  for (const file of files) hash.update(readFileSync(file)).update("\0");
  return hash.digest("hex");
}

export function isStamped(stampFile, value) {
  return readOrNothing(stampFile) === value;
}

export function stamp(stampFile, value) {
  writeFileSync(stampFile, value);
}

export function readOrNothing(file) {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return undefined;
  }
}
