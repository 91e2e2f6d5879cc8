import { readdir, readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { PrismaPg } from "@prisma/adapter-pg";
import { Pool, type PoolConfig } from "pg";
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
    await pool.query(`SELECT pg_advisory_xact_lock(${LOCK})`);
    const applied = await applyAll(pool);
    await pool.query("COMMIT");
    return applied;
  } finally {
    await pool.end();
  }
}

async function applyAll(pool: Pool): Promise<readonly string[]> {
  const engine = await openSchemaEngine(new PrismaPg(pool));
  try {
    const entries = await readdir(MIGRATIONS, { withFileTypes: true });
    const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
    const { appliedMigrationNames } = await engine.applyMigrations({
      migrationsList: {
        baseDir: MIGRATIONS,
        lockfile: {
          path: "migration_lock.toml",
          content: await readFile(`${MIGRATIONS}/migration_lock.toml`, "utf8"),
        },
        shadowDbInitScript: "",
        migrationDirectories: await Promise.all(names.sort().map(migrationOf)),
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
