import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Deserializer, Serializer } from "node:v8";
import { crc32 } from "node:zlib";
import type { KnowledgeFile, Learnt } from "./matching/know/knowledge.ts";
import { keep, readKept } from "./node/kept.mjs";

const MATCHING = fileURLToPath(new URL("./matching/", import.meta.url));
const PACKAGE = fileURLToPath(new URL("../package.json", import.meta.url));
const SUM_BYTES = 32;
const HEAD_BYTES = SUM_BYTES + 4;

/**
 * What these files say, as an earlier start learnt it from the same files by the same code: a tenth of a second instead
 * of one and a half. What is kept under `name` is replaced once anything is another.
 */
export function learnOnce(name: string, files: readonly KnowledgeFile[], learn: () => Learnt): Learnt {
  const sum = sumOf(files);
  const kept = open(readKept(name), sum);
  if (kept) return kept;
  const learnt = learn();
  const data = written(learnt);
  const check = Buffer.alloc(HEAD_BYTES - SUM_BYTES);
  check.writeUInt32BE(crc32(data));
  keep(name, Buffer.concat([sum, check, data]));
  return learnt;
}

/** Null for what is of other files or other code, and for what a cut of power left half of. */
function open(kept: Buffer | null, sum: Buffer): Learnt | null {
  if (!kept || kept.length < HEAD_BYTES || !kept.subarray(0, SUM_BYTES).equals(sum)) return null;
  const data = kept.subarray(HEAD_BYTES);
  return crc32(data) === kept.readUInt32BE(SUM_BYTES) ? read(data) : null;
}

/** Not by `serialize` and `deserialize`: what those read back holds on to all of the bytes that it was read from. */
function written(learnt: Learnt): Buffer {
  const serializer = new Serializer();
  serializer.writeHeader();
  serializer.writeValue(learnt);
  return serializer.releaseBuffer();
}

function read(data: Buffer): Learnt {
  const deserializer = new Deserializer(data);
  deserializer.readHeader();
  return deserializer.readValue();
}

/** Of all that it depends on: the files, our code, the versions of the packages with the common words, and Node's. */
function sumOf(files: readonly KnowledgeFile[]): Buffer {
  const hash = createHash("sha256").update(process.versions.v8).update(readFileSync(PACKAGE));
  const code = readdirSync(MATCHING, { recursive: true, encoding: "utf8" }).filter((file) =>
    file.endsWith(".ts"),
  );
  for (const file of code.sort()) hash.update(readFileSync(MATCHING + file));
  for (const { name, text } of files) hash.update(`\0${name}\0${text === null ? "" : `=${text}`}`);
  return hash.digest();
}
