import { readFileSync } from "node:fs";
import type { ClientBase, Pool } from "pg";
import { loadConfig } from "#server/config.ts";
import { VAULT_TABLES } from "#server/store/vault-columns.ts";
import { createKey, type Key } from "#server/vault.ts";

type Installation = { readonly env: Record<string, string>; readonly database: Pool };

export function placeOf({ env }: Pick<Installation, "env">) {
  const config = loadConfig(env);
  return { config, connection: { connectionString: config.databaseUrl } };
}

/** The key in the file of this installation. */
export function keyOf(installation: Pick<Installation, "env">): Key {
  return createKey(readFileSync(placeOf(installation).config.secretKeyFile, "utf8").trim());
}

/** Every sealed value in the database, with its purpose. */
export async function sealedValues(database: Pool | ClientBase) {
  const found: { readonly column: string; readonly sealed: Uint8Array; opensWith(key: Key): boolean }[] = [];
  for (const { table, sealed } of VAULT_TABLES) {
    for (const [column, purpose] of Object.entries(sealed)) {
      const { rows } = await database.query<{ value: Uint8Array }>(
        `SELECT ${column} AS value FROM ${table} WHERE ${column} IS NOT NULL`,
      );
      for (const { value } of rows)
        found.push({
          column: `${table}.${column}`,
          sealed: value,
          opensWith: (key) => key.open(purpose, value) !== null,
        });
    }
  }
  return found;
}
