import { copyFileSync } from "node:fs";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { type ClientBase, Pool, type PoolConfig } from "pg";
import {
  destroyKey,
  type KeyPlace,
  knownKeys,
  nextKeyFile,
  readKey,
  settleNextKey,
  writeKey,
} from "../keys/key-files.ts";
import { ringOf } from "../keys/open-state.ts";
import { openLimits } from "../limits.ts";
import {
  bringBackConsents,
  catchUpAfterRestore,
  dropAll,
  keepConsentsSince,
} from "../store/after-restore.ts";
import { copyIn, emptyTables, isUnused, setSequences, tablesToCopy } from "../store/copy-tables.ts";
import { readKeyState } from "../store/key-state.ts";
import { migrateHere, migrationNames } from "../store/migrate.ts";
import { createKey, type Key } from "../vault.ts";
import { alone } from "./alone.ts";
import { type Contents, DamagedBackup, type Header, readBackup } from "./backup-file.ts";

export type Restored =
  | { readonly ok: true; readonly rows: number; readonly madeAt: Date; readonly consentsKept: number }
  | {
      readonly ok: false;
      /** `newer`: by a later version than this one. `in-use`: the database is not empty. `busy`: a process did not step aside. */
      readonly refusal: "damaged" | "newer" | "no-key" | "in-use" | "busy";
    };

export type Restoring = {
  readonly file: string;
  readonly place: KeyPlace;
  /** Of the backup, where it is not the one in its place. */
  readonly secret: string | null;
  /** Whether what is in the database may go. */
  readonly replace: boolean;
  readonly now: Date;
};

const PATIENCE_MS = 30_000;
/** Where the key that was in place before goes, for backups that it opens. */
export const formerKeyFile = ({ secretKeyFile }: KeyPlace) => `${secretKeyFile}.before-restore`;

/** Puts a backup into the database, all or nothing, and brings it to this version. Running processes go on with it. */
export async function restore(connection: PoolConfig, restoring: Restoring): Promise<Restored> {
  const contents = await verify(restoring.file);
  if (!contents) return { ok: false, refusal: "damaged" };
  const { header } = contents;
  const names = await migrationNames();
  if (header.migrations.some((name, at) => names[at] !== name)) return { ok: false, refusal: "newer" };
  const { place, secret } = restoring;
  const known = [...knownKeys(place), ...(secret === null ? [] : [createKey(secret)])];
  const key = ringOf(header, known)?.current;
  if (!key) return { ok: false, refusal: "no-key" };
  const said = { kind: "step-aside", proof: null } as const;
  const done = await alone(connection, { said, withinMs: PATIENCE_MS }, async (client) => {
    if (!restoring.replace && !(await isUnused(client))) return null;
    prepareKey(place, key);
    const consentsKept = await replaceAll(connection, restoring, contents, key);
    settleKey(place, key);
    return { ok: true, rows: contents.rows, madeAt: header.madeAt, consentsKept } as const;
  });
  if (!done) return { ok: false, refusal: "busy" };
  return done.result ?? { ok: false, refusal: "in-use" };
}

async function verify(file: string): Promise<Contents | null> {
  try {
    return await readBackup(file, async (_, rows) => {
      for await (const _row of rows);
    });
  } catch (fault) {
    if (fault instanceof DamagedBackup) return null;
    throw fault;
  }
}

/** In a file before the database needs it; in its place after. */
function prepareKey(place: KeyPlace, { secret }: Key): void {
  const next = nextKeyFile(place);
  if (place.secretKey !== undefined || readKey(place.secretKeyFile) === secret) return;
  if (readKey(next) !== secret) destroyKey(next);
  writeKey(next, secret);
}

function settleKey(place: KeyPlace, { secret }: Key): void {
  if (place.secretKey !== undefined || readKey(place.secretKeyFile) === secret) return;
  if (readKey(place.secretKeyFile) !== null) copyFileSync(place.secretKeyFile, formerKeyFile(place));
  settleNextKey(place);
}

/** One transaction on one connection. Returns how many newer lines of the consent ledger were kept. */
async function replaceAll(
  connection: PoolConfig,
  { file, now }: Restoring,
  { header, sequences }: Contents,
  key: Key,
): Promise<number> {
  const pool = new Pool({ ...connection, max: 1, idleTimeoutMillis: 0 });
  try {
    await pool.query("BEGIN");
    const keeps = await onClient(pool, (client) => keepConsents(client, header, key));
    await onClient(pool, dropAll);
    await migrateHere(pool, header.migrations);
    await onClient(pool, (client) => load(client, file));
    await onClient(pool, (client) => setSequences(client, sequences));
    await migrateHere(pool, await migrationNames());
    await openLimits(pool);
    const kept = keeps ? await onClient(pool, bringBackConsents) : 0;
    await onClient(pool, (client) => catchUpAfterRestore(client, now));
    await pool.query("COMMIT");
    return kept;
  } finally {
    await pool.end();
  }
}

/** The pool has one connection, and so one transaction. */
async function onClient<T>(pool: Pool, work: (client: ClientBase) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  try {
    return await work(client);
  } finally {
    client.release();
  }
}

/** Only hashes of the very same keys mean the same phones. */
async function keepConsents(client: ClientBase, header: Header, key: Key): Promise<boolean> {
  const { rows } = await client.query("SELECT to_regclass('public.key_state') IS NOT NULL AS known");
  const state = rows[0]?.known ? await readKeyState(client) : null;
  const ring = state && ringOf(state, [key]);
  const then = ringOf(header, [key]);
  if (!ring || JSON.stringify(ring.chain) !== JSON.stringify(then?.chain)) return false;
  await keepConsentsSince(client, header.madeAt);
  return true;
}

async function load(client: ClientBase, file: string): Promise<void> {
  await emptyTables(client, await tablesToCopy(client));
  await readBackup(file, (table, rows) => pipeline(Readable.from(rows), copyIn(client, table)));
}
