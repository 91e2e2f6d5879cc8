import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { ConfigError, loadConfig } from "#server/config.ts";
import { findDatabase } from "#server/database.ts";
import { migrate } from "#server/store/migrate.ts";
import { backUp } from "#server/upkeep/backup.ts";

/** Writes a consistent backup of everything, while the server runs or not. */
async function main(): Promise<number> {
  const { values } = parseArgs({ options: { out: { type: "string" } } });
  const config = loadConfig(process.env);
  const now = new Date();
  const name = `giftline-${now.toISOString().slice(0, 19).replaceAll(":", "-")}Z.backup`;
  const file = values.out === undefined ? join(config.dataDir, "backups", name) : resolve(values.out);
  const { connection, leave } = await findDatabase(config, () => undefined);
  try {
    await migrate(connection);
    const { rows, bytes } = await backUp(connection, { file, place: config, now });
    console.log(`${file}: ${rows} rows, ${Math.ceil(bytes / 1024)} KiB.`);
    console.log(`${keyOf(config)} is not in it, and without it numbers and words in it cannot be read.
Keep a copy of it, apart from the backup.`);
    return 0;
  } finally {
    await leave();
  }
}

function keyOf({ secretKey, secretKeyFile }: ReturnType<typeof loadConfig>): string {
  return secretKey === undefined ? `The key (${secretKeyFile})` : "The key (SECRET_KEY)";
}

main().then(
  (code) => process.exit(code),
  (fault: unknown) => {
    console.error(fault instanceof ConfigError ? fault.message : String(fault));
    process.exit(1);
  },
);
