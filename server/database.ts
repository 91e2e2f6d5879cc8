import type { PoolConfig } from "pg";
import type { Config } from "./config.ts";
import { joinPostgres } from "./embedded/join.ts";

/** The database of this installation: its own embedded one, started if need be, or the one in DATABASE_URL. */
export async function findDatabase(
  { databaseUrl, dataDir }: Config,
  log: (line: string) => void,
): Promise<{ readonly connection: PoolConfig; leave(): Promise<void> }> {
  if (databaseUrl) return { connection: { connectionString: databaseUrl }, leave: async () => undefined };
  return joinPostgres({ dataDir, log });
}
