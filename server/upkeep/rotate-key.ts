import { randomBytes } from "node:crypto";
import type { Client, PoolConfig } from "pg";
import { findRing } from "../keys/first-key.ts";
import { type KeyPlace, nextKeyFile, readKey, settleNextKey, writeKey } from "../keys/key-files.ts";
import { sealState } from "../keys/open-state.ts";
import { addAuditByCommand } from "../store/audit-by-command.ts";
import { changeKeyState } from "../store/key-state.ts";
import { forgetLimits, lockVaultTables, remakeAll } from "../store/vault-columns.ts";
import { createKey, type Key, type Ring } from "../vault.ts";
import { alone, connect } from "./alone.ts";

export type Rotated =
  | { readonly ok: true; readonly rows: number; readonly seconds: number }
  /** A run that was broken off had done it; only its key had to be put in its place. */
  | { readonly ok: true; readonly finished: true }
  /** Some process did not let go: it does not know the new key, or hangs. */
  | { readonly ok: false };

const PATIENCE_MS = 30_000;

/**
 * Seals and hashes everything anew under a new key, in one transaction: a kill anywhere leaves the old state or the
 * new one, and both keys in their files until it is done. Running processes wait meanwhile, and go on with the new key.
 */
export async function rotateKey(
  connection: PoolConfig,
  place: KeyPlace,
  { now, withinMs = PATIENCE_MS }: { readonly now: Date; readonly withinMs?: number },
): Promise<Rotated> {
  const before = readKey(nextKeyFile(place));
  const { current } = await ringNow(connection, place);
  if (before !== null && current.secret === before) return { ok: true, finished: true };
  writeKey(nextKeyFile(place), randomBytes(32).toString("base64url"));
  const next = createKey(readKey(nextKeyFile(place)) ?? "");
  const said = { kind: "step-aside", proof: sealState(next, []).proof } as const;
  const began = performance.now();
  const done = await alone(connection, { said, withinMs }, async (client) => {
    const ring = await findRing(client, place);
    if (ring.current.secret === next.secret) return null;
    const rows = await goOver(client, { ring, next, now });
    if (place.secretKey === undefined) settleNextKey(place);
    return rows;
  });
  if (!done) return { ok: false };
  if (done.result === null) return { ok: true, finished: true };
  return { ok: true, rows: done.result, seconds: (performance.now() - began) / 1000 };
}

async function ringNow(connection: PoolConfig, place: KeyPlace): Promise<Ring> {
  const client = await connect(connection);
  try {
    return await findRing(client, place);
  } finally {
    await client.end();
  }
}

/** Hashes are hashed on, so that those whose words nobody has (a printed card's, a STOP that outlived WIPE) go along. */
async function goOver(
  client: Client,
  { ring, next, now }: { ring: Ring; next: Key; now: Date },
): Promise<number> {
  const { current, chain } = ring;
  await client.query("BEGIN");
  await lockVaultTables(client);
  const rows = await remakeAll(client, {
    seal(purpose, value) {
      const words = current.open(purpose, value);
      if (words === null)
        throw new Error("A sealed value does not open with the old key: nothing was changed.");
      return next.seal(purpose, words);
    },
    hash: (purpose, value) => next.mac(purpose, value),
  });
  await changeKeyState(client, sealState(next, [...chain, current.hashingHalf()]));
  await forgetLimits(client);
  await addAuditByCommand(client, "rotate key", now);
  await client.query("COMMIT");
  return rows;
}
