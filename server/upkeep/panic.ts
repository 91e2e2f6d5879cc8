import { readdirSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import type { PoolConfig } from "pg";
import { destroyKey, type KeyPlace } from "../keys/key-files.ts";
import { endOthers, forgetEverybody } from "../store/forget-all.ts";
import { alone, connect } from "./alone.ts";

const PATIENCE_MS = 10_000;

/** Overwrites and removes every key file here: the one in use, the next one, one from before a restore. How many there were. */
export function destroyKeys({ secretKeyFile }: KeyPlace): number {
  const folder = dirname(secretKeyFile);
  const names = readdirSync(folder).filter((name) => name.startsWith(basename(secretKeyFile)));
  return names.filter((name) => destroyKey(join(folder, name))).length;
}

/**
 * After the key: ends every process that has it in memory, and empties the database of people. False when some
 * process did not end in time; it was emptied all the same.
 */
export async function clearDatabase(connection: PoolConfig, withinMs = PATIENCE_MS): Promise<boolean> {
  const done = await alone(connection, { said: { kind: "destroyed" }, withinMs }, forgetEverybody);
  if (done) return true;
  const client = await connect(connection);
  try {
    // Whoever did not end may hold what has to go.
    await endOthers(client);
    await forgetEverybody(client);
  } finally {
    await client.end();
  }
  return false;
}
