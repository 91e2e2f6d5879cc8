import { randomBytes } from "node:crypto";
import { chmod, mkdtemp, statfs } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Client, type ClientConfig } from "pg";
import type { TestProject } from "vitest/node";
import { createContext } from "#server/boot.ts";
import { loadConfig } from "#server/config.ts";
import { joinPostgres } from "#server/embedded/join.ts";
import { removeFolders } from "#test/support/program.ts";
import { startRedisServer } from "#test/support/redis-server.ts";

export type Servers = {
  readonly database: { host: string; port: number; user: string };
  readonly redisUrl: string;
};

export const TEMPLATE = "giftline_template";

declare module "vitest" {
  export interface ProvidedContext {
    servers: Servers;
  }
}

/** One real PostgreSQL and one real Redis for the whole run; each world gets a database of its own in them. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(await roomyMemory(), "giftline-test-"));
  // Passed through by the user that PostgreSQL runs as, else its files would go elsewhere.
  await chmod(folder, 0o711);
  const postgres = await joinPostgres({ dataDir: folder, log: () => undefined });
  const { database: _, ...database } = postgres.connection;
  await makeTemplate(database);
  const redis = await startRedisServer(folder, { databases: 1000 });
  project.provide("servers", { database, redisUrl: redis.url });
  return async () => {
    await redis.end("SIGTERM");
    await postgres.leave();
    removeFolders(folder);
  };
}

const ROOM_BYTES = 2 * 1024 ** 3;

/** A database for each world is hundreds of new files, which disks are slow at: made in memory where there is room. */
async function roomyMemory(): Promise<string> {
  const memory = await statfs("/dev/shm").catch(() => undefined);
  return memory && memory.bavail * memory.bsize >= ROOM_BYTES ? "/dev/shm" : tmpdir();
}

/** With all that a first start makes: each world is a later one. */
async function makeTemplate(database: ClientConfig): Promise<void> {
  const client = new Client({ ...database, database: "postgres" });
  await client.connect();
  // What is to outlive a power cut is tested on clusters of its own: here the disk need not be waited for.
  await client.query("ALTER SYSTEM SET fsync = off");
  await client.query("SELECT pg_reload_conf()");
  await client.query(`CREATE DATABASE ${TEMPLATE}`);
  await client.end();
  const { host, port, user } = database;
  const url = `postgresql://${user}@localhost:${port}/${TEMPLATE}?host=${encodeURIComponent(host ?? "")}`;
  const key = randomBytes(32).toString("hex");
  const booted = await createContext(loadConfig({ DATABASE_URL: url, SECRET_KEY: key, LOG_LEVEL: "error" }));
  await booted.close();
  await forgetKey(url);
}

/** Each world has a key of its own. */
async function forgetKey(connectionString: string): Promise<void> {
  const client = new Client({ connectionString });
  await client.connect();
  await client.query("DELETE FROM key_state");
  await client.end();
}
