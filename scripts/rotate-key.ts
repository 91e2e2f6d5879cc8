import { ConfigError, loadConfig } from "#server/config.ts";
import { findDatabase } from "#server/database.ts";
import { nextKeyFile } from "#server/keys/key-files.ts";
import { migrate } from "#server/store/migrate.ts";
import { rotateKey } from "#server/upkeep/rotate-key.ts";

/** Seals everything anew under a new key, while the server runs or not. */
async function main(): Promise<number> {
  const config = loadConfig(process.env);
  const { connection, leave } = await findDatabase(config, () => undefined);
  try {
    await migrate(connection);
    const done = await rotateKey(connection, config, { now: new Date() });
    if (!done.ok) return fail(STUCK);
    if ("finished" in done) console.log("A rotation that was broken off is done: the new key holds.");
    else console.log(`${done.rows} rows are under a new key, after ${done.seconds.toFixed(1)} s.`);
    console.log(config.secretKey === undefined ? IN_FILE : inEnvironment(nextKeyFile(config)));
    return 0;
  } finally {
    await leave();
  }
}

const STUCK = `Nothing was changed: a running process did not step aside within half a minute.
It cannot read the new key (it runs on another machine, or with another DATA_DIR), or it hangs.
Stop it, and try again.`;

const IN_FILE = `The old key is destroyed. Copy the new one, DATA_DIR/secret.key, to where you keep it: apart from backups.
Backups made before open with the old key alone: make a new one (npm run backup).`;

const inEnvironment = (
  file: string,
) => `The new key is in ${file}: put it into SECRET_KEY of every process, and
take the old one out of wherever it is written down. At the next start that file is destroyed.
Backups made before open with the old key alone: make a new one (npm run backup).`;

function fail(words: string): number {
  console.error(words);
  return 1;
}

main().then(
  (code) => process.exit(code),
  (fault: unknown) => process.exit(fail(fault instanceof ConfigError ? fault.message : String(fault))),
);
