import { randomBytes } from "node:crypto";
import { Redis } from "ioredis";
import { Pool, type QueryResult } from "pg";
import { inject } from "vitest";
import { TEMPLATE } from "#test/support/global-setup.ts";
import { until } from "#test/support/until.ts";

/** A database of its own, migrated, on the run's PostgreSQL. */
export async function createDatabase() {
  const { database: server } = inject("servers");
  const name = `world_${randomBytes(6).toString("hex")}`;
  await onServer(`CREATE DATABASE ${name} TEMPLATE ${TEMPLATE} STRATEGY file_copy`);
  const pool = new Pool({ ...server, database: name, max: 2 });
  return {
    url: `postgresql://${server.user}@localhost:${server.port}/${name}?host=${encodeURIComponent(server.host)}`,
    pool,
    async drop() {
      await pool.end();
      // A connection that is still closing would report its being cut to nobody.
      await until("nobody is connected", async () => {
        const { rows } = await onServer(`SELECT FROM pg_stat_activity WHERE datname = '${name}'`);
        return rows.length === 0;
      }).catch(() => undefined);
      await onServer(`DROP DATABASE ${name} WITH (FORCE)`);
    },
  };
}

let admin: Pool | undefined;

/** One connection a process, kept: opening one costs more than what is asked on it. */
function onServer(statement: string): Promise<QueryResult> {
  admin ??= new Pool({ ...inject("servers").database, database: "postgres", max: 1, allowExitOnIdle: true });
  return admin.query(statement);
}

/** A Redis database that no other world uses. */
export async function freshRedis(): Promise<string> {
  const { redisUrl } = inject("servers");
  const redis = new Redis(redisUrl);
  const number = (await redis.incr("worlds")) % 999;
  redis.disconnect();
  return `${redisUrl}/${number + 1}`;
}
