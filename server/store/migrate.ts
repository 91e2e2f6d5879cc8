import { readdir, readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { PrismaPg } from "@prisma/adapter-pg";
import { type ClientBase, Pool, type PoolConfig } from "pg";
import { openSchemaEngine } from "./schema-engine.ts";

const MIGRATIONS = fileURLToPath(new URL("../../prisma/migrations", import.meta.url));
/** "GIFT" in ASCII: any number that no other program locks. */
const LOCK = 0x47494654;

/**
 * Brings the database to this program's schema; returns what was applied, often nothing. All of it is one
 * transaction on one connection, so a kill in the middle leaves the database as it was, and of two at once the
 * second finds the work done.
 */
export async function migrate(connection: PoolConfig): Promise<readonly string[]> {
  const pool = new Pool({ ...connection, max: 1, idleTimeoutMillis: 0 });
  try {
    await pool.query("BEGIN");
    const applied = await migrateHere(pool, await migrationNames());
    await pool.query("COMMIT");
    return applied;
  } finally {
    await pool.end();
  }
}

/** Applies what is missing of `names` in the transaction that is open on this pool's one connection. */
export async function migrateHere(pool: Pool, names: readonly string[]): Promise<readonly string[]> {
  await pool.query(`SELECT pg_advisory_xact_lock(${LOCK})`);
  return (await isApplied(pool, names)) ? [] : applyAll(pool, names);
}

/** All that this program knows, in their order. */
export async function migrationNames(): Promise<readonly string[]> {
  const entries = await readdir(MIGRATIONS, { withFileTypes: true });
  return entries
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
}

/** Those that this database has had. */
export async function appliedMigrations(client: ClientBase): Promise<readonly string[]> {
  const { rows } = await client.query<{ name: string }>(
    "SELECT DISTINCT migration_name AS name FROM _prisma_migrations WHERE finished_at IS NOT NULL ORDER BY 1",
  );
  return rows.map(({ name }) => name);
}

/** Nearly every start finds nothing to do: the engine is loaded only when there is. */
async function isApplied(pool: Pool, names: readonly string[]): Promise<boolean> {
  const { rows } = await pool.query("SELECT to_regclass('_prisma_migrations') IS NOT NULL AS kept");
  if (!rows[0]?.kept) return false;
  const applied = await pool.query(
    "SELECT count(DISTINCT migration_name)::int AS count FROM _prisma_migrations WHERE migration_name = ANY ($1) AND finished_at IS NOT NULL",
    [names],
  );
  return applied.rows[0]?.count === names.length;
}

async function applyAll(pool: Pool, names: readonly string[]): Promise<readonly string[]> {
  const engine = await openSchemaEngine(new PrismaPg(pool));
  try {
    const { appliedMigrationNames } = await engine.applyMigrations({
      migrationsList: {
        baseDir: MIGRATIONS,
        lockfile: {
          path: "migration_lock.toml",
          content: await readFile(`${MIGRATIONS}/migration_lock.toml`, "utf8"),
        },
        shadowDbInitScript: "",
        migrationDirectories: await Promise.all(names.map(migrationOf)),
      },
      filters: { externalTables: [], externalEnums: [] },
    });
    return appliedMigrationNames;
  } finally {
    engine.free();
  }
}

async function migrationOf(name: string) {
  const content = await readFile(`${MIGRATIONS}/${name}/migration.sql`, "utf8");
  return {
    path: name,
    migrationFile: { path: "migration.sql", content: { tag: "ok" as const, value: content } },
  };
}
