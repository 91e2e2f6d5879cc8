import { existsSync } from "node:fs";
import { createInterface } from "node:readline/promises";
import { type Config, ConfigError, loadConfig } from "#server/config.ts";
import { findDatabase } from "#server/database.ts";
import { migrate } from "#server/store/migrate.ts";
import { clearDatabase, destroyKeys } from "#server/upkeep/panic.ts";

const WORDS = "destroy the key";

/** After two confirmations destroys the key, so that nothing personal can be read again. While the server runs or not. */
async function main(): Promise<number> {
  const config = loadConfig(process.env);
  console.log(WARNING);
  if (!(await isConfirmed(config))) return fail("Nothing was changed.");
  const keys = existsSync(config.dataDir) ? destroyKeys(config) : 0;
  console.log(keys > 0 ? `The key is destroyed (${config.secretKeyFile}).` : "There was no key file here.");
  const { connection, leave } = await findDatabase(config, () => undefined).catch(unreachable);
  try {
    await migrate(connection);
    const ended = await clearDatabase(connection);
    console.log(
      "The database is empty of people, texts, posts and cards. Groups and gatherings are still there.",
    );
    if (!ended) console.log(STILL_RUNNING);
  } catch (fault) {
    return unreachable(fault);
  } finally {
    await leave();
  }
  console.log(config.secretKey === undefined ? OUT_OF_REACH : `${IN_ENVIRONMENT}\n${OUT_OF_REACH}`);
  return 0;
}

const WARNING = `This destroys the key. Nobody's number and no text can be read again, by anybody: not from the database, not
from any backup that this key opens. Everybody would have to text in again. It cannot be undone.
Whoever has been told of a legal demand for these data may commit a crime by destroying them: ask first.`;

const STILL_RUNNING = `A process did not end within ten seconds: it has the key in its memory. Kill it.`;

const IN_ENVIRONMENT = `SECRET_KEY IS STILL IN THE ENVIRONMENT, where this command cannot reach it: whoever has it can read every backup and
every copy of the database. Take it out of .env and of every process's settings, on every machine, and destroy what
was written down of it. Only then is it as if the key were destroyed.`;

const OUT_OF_REACH = `Out of reach from here: copies of the key that you keep elsewhere (destroy them), what the carrier keeps of texts, what
phones keep, and old blocks of flash disks and snapshots. Backups hold posts and announcements readably: delete them.
The next start makes a new key and begins without people.`;

/** Two different things to type, so that no slip of the finger and no habit does it. */
async function isConfirmed({ nodeName }: Config): Promise<boolean> {
  const typing = createInterface({ input: process.stdin });
  const lines = typing[Symbol.asyncIterator]();
  const asked = async (question: string) => {
    process.stdout.write(question);
    return String((await lines.next()).value ?? "").trim();
  };
  try {
    if ((await asked(`\n1 of 2. To go on, type: ${WORDS}\n> `)) !== WORDS) return false;
    return (await asked(`2 of 2. The last step: type the name of this camp, ${nodeName}\n> `)) === nodeName;
  } finally {
    typing.close();
  }
}

function unreachable(cause: unknown): never {
  throw new Error(
    "The database could not be reached: run this again when it can be, so that running processes end and it is emptied.",
    { cause },
  );
}

function fail(words: string): number {
  console.error(words);
  return 1;
}

main().then(
  (code) => process.exit(code),
  (fault: unknown) => {
    process.exit(
      fail(fault instanceof ConfigError || fault instanceof Error ? fault.message : String(fault)),
    );
  },
);
