import { createHash } from "node:crypto";
import { createWriteStream } from "node:fs";
import { mkdir, open, rename, rm, stat } from "node:fs/promises";
import { dirname } from "node:path";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import type { Client, PoolConfig } from "pg";
import { findRing } from "../keys/first-key.ts";
import type { KeyPlace } from "../keys/key-files.ts";
import { copyOut, sequences, tablesToCopy } from "../store/copy-tables.ts";
import { readKeyState } from "../store/key-state.ts";
import { appliedMigrations } from "../store/migrate.ts";
import { connect } from "./alone.ts";
import { END_OF_ROWS, FORMAT, readBackup } from "./backup-file.ts";

/**
 * Writes everything as it is at one moment to `file` (mode 0600), while the server works on. The key is not in it. The
 * file has its name only when it is whole and was read back.
 */
export async function backUp(
  connection: PoolConfig,
  { file, place, now }: { readonly file: string; readonly place: KeyPlace; readonly now: Date },
): Promise<{ readonly rows: number; readonly bytes: number }> {
  await mkdir(dirname(file), { recursive: true, mode: 0o700 });
  const draft = `${file}.part`;
  await rm(draft, { force: true });
  const client = await connect(connection);
  try {
    if (!(await readKeyState(client))) await findRing(client, place);
    await client.query("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
    await pipeline(
      linesOf(client, now),
      createGzip(),
      createWriteStream(draft, { mode: 0o600, flush: true }),
    );
    await client.query("COMMIT");
  } finally {
    await client.end();
  }
  const { rows } = await readBackup(draft, async (_, lines) => {
    for await (const _line of lines);
  });
  await rename(draft, file);
  await syncFolder(dirname(file));
  return { rows, bytes: (await stat(file)).size };
}

async function* linesOf(client: Client, now: Date): AsyncGenerator<Buffer> {
  const hash = createHash("sha256");
  let rows = 0;
  for await (const part of partsOf(client, now, (more) => {
    rows += more;
  })) {
    hash.update(part);
    yield part;
  }
  yield line({ sha256: hash.digest("hex"), rows });
}

async function* partsOf(client: Client, now: Date, counted: (rows: number) => void): AsyncGenerator<Buffer> {
  const state = await readKeyState(client);
  if (!state) throw new Error("The database does not say which key it is sealed with.");
  const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString("base64");
  yield line({
    giftlineBackup: FORMAT,
    madeAt: now.toISOString(),
    migrations: await appliedMigrations(client),
    proof: base64(state.proof),
    chain: base64(state.chain),
  });
  for (const each of await tablesToCopy(client)) {
    yield line(each);
    const copying = copyOut(client, each);
    yield* copying;
    counted(copying.rowCount);
    yield Buffer.from(`${END_OF_ROWS}\n`);
  }
  yield line({ sequences: await sequences(client) });
}

function line(words: object): Buffer {
  return Buffer.from(`${JSON.stringify(words)}\n`);
}

async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, "r");
  await folder.sync();
  await folder.close();
}
