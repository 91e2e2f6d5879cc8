import { mkdir } from "node:fs/promises";
import { joinPostgres } from "#server/embedded/join.ts";
import { migrate } from "#server/store/migrate.ts";

/** An embedded database in `folder` with the newest schema: who names it in their settings need not migrate, which takes memory. */
export async function startDatabase(folder: string) {
  await mkdir(folder, { recursive: true });
  const postgres = await joinPostgres({ dataDir: folder, log: () => undefined });
  const { host, user, database } = postgres.connection;
  const url = `postgresql://${user}@localhost/${database}?host=${encodeURIComponent(host)}`;
  await migrate({ connectionString: url });
  return { url, settings: { DATABASE_URL: url, DATA_DIR: folder }, stop: () => postgres.leave() };
}
