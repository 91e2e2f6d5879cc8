import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { pipeline } from "node:stream/promises";
import { createGunzip } from "node:zlib";
import { z } from "zod";
import type { CopiedTable } from "../store/copy-tables.ts";

/**
 * A backup is gzip over lines: a header; for each table its name and columns, its rows as PostgreSQL's COPY writes them,
 * and `\.`; how far sequences have come; and a last line with the SHA-256 of all before it. `zcat` reads it.
 */
export const FORMAT = 1;
export const END_OF_ROWS = "\\.";

export const Header = z.object({
  giftlineBackup: z.literal(FORMAT),
  madeAt: z.iso.datetime().transform((at) => new Date(at)),
  /** Of the schema that the rows fit. */
  migrations: z.array(z.string()),
  /** Opens with the key that the rows are sealed with; base64. */
  proof: z.base64().transform((text) => new Uint8Array(Buffer.from(text, "base64"))),
  chain: z.base64().transform((text) => new Uint8Array(Buffer.from(text, "base64"))),
});
export type Header = z.infer<typeof Header>;

const Line = z.union([
  z.object({ table: z.string(), columns: z.array(z.string()) }),
  z.object({ sequences: z.record(z.string(), z.string()) }),
  z.object({ sha256: z.string(), rows: z.number() }),
]);

export type Contents = {
  readonly header: Header;
  readonly sequences: Readonly<Record<string, string>>;
  readonly rows: number;
};

type TakeTable = (table: CopiedTable, rows: AsyncGenerator<Buffer>, header: Header) => Promise<void>;

/** Not a backup, or not all of one, or not as it was written. */
export class DamagedBackup extends Error {
  override readonly name = "DamagedBackup";
}

/** Reads a backup from beginning to end, each table's rows by `take`. Throws DamagedBackup when it is not whole. */
export async function readBackup(file: string, take: TakeTable): Promise<Contents> {
  const hash = createHash("sha256");
  const unzipped = createGunzip();
  // Whoever reads the lines hears of its fault.
  void pipeline(createReadStream(file), unzipped).catch(() => undefined);
  const lines = linesOf(unzipped);
  const header = parsed(Header, await next(lines, hash));
  let sequences = {};
  let count = 0;
  for (;;) {
    const digest = hash.copy().digest("hex");
    const line = parsed(Line, await next(lines, hash));
    if ("sequences" in line) sequences = line.sequences;
    if ("sha256" in line) {
      const isLast = (await lines.next()).done === true;
      if (line.sha256 !== digest || line.rows !== count || !isLast) throw new DamagedBackup();
      return { header, sequences, rows: count };
    }
    if (!("table" in line)) continue;
    const rows = rowsOf(lines, hash, () => count++);
    await take(line, rows, header);
    for await (const _ of rows) throw new DamagedBackup();
  }
}

async function* rowsOf(
  lines: AsyncGenerator<Buffer>,
  hash: ReturnType<typeof createHash>,
  counted: () => void,
): AsyncGenerator<Buffer> {
  for (;;) {
    const line = await next(lines, hash);
    if (line.length === 3 && line.toString("latin1", 0, 2) === END_OF_ROWS) return;
    counted();
    yield line;
  }
}

/** The next line, its newline with it. */
async function next(lines: AsyncGenerator<Buffer>, hash: ReturnType<typeof createHash>): Promise<Buffer> {
  const { value, done } = await lines.next();
  if (done || value === undefined) throw new DamagedBackup();
  hash.update(value);
  return value;
}

function parsed<T>(as: z.ZodType<T>, line: Buffer): T {
  try {
    return as.parse(JSON.parse(line.toString("utf8")));
  } catch (cause) {
    throw new DamagedBackup("a line that says nothing", { cause });
  }
}

const NEWLINE = 0x0a;

async function* linesOf(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let rest: Buffer[] = [];
  try {
    for await (const chunk of chunks) {
      let from = 0;
      for (let at = chunk.indexOf(NEWLINE); at >= 0; at = chunk.indexOf(NEWLINE, from)) {
        yield Buffer.concat([...rest, chunk.subarray(from, at + 1)]);
        rest = [];
        from = at + 1;
      }
      if (from < chunk.length) rest.push(chunk.subarray(from));
    }
  } catch (cause) {
    if (cause instanceof Error && "code" in cause && String(cause.code).startsWith("Z_"))
      throw new DamagedBackup("not whole", { cause });
    throw cause;
  }
}
