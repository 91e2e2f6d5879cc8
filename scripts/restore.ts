import { existsSync } from "node:fs";
import { parseArgs } from "node:util";
import { ConfigError, loadConfig } from "#server/config.ts";
import { findDatabase } from "#server/database.ts";
import { readKey } from "#server/keys/key-files.ts";
import { formerKeyFile, type Restored, restore } from "#server/upkeep/restore.ts";

const USAGE = `Usage:
  npm run restore -- FILE                    into an empty database
  npm run restore -- FILE --key KEYFILE      with the key that you kept apart from the backup
  npm run restore -- FILE --replace          in the place of what is there`;

/** Brings a backup back, while the server runs or not. */
async function main(): Promise<number> {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { key: { type: "string" }, replace: { type: "boolean", default: false } },
  });
  const [file] = positionals;
  if (file === undefined || positionals.length > 1) return fail(USAGE);
  if (!existsSync(file)) return fail("There is no such file.");
  const config = loadConfig(process.env);
  const secret = values.key === undefined ? null : readKey(values.key);
  if (values.key !== undefined && secret === null) return fail("There is no key in the file after --key.");
  const { connection, leave } = await findDatabase(config, () => undefined);
  try {
    const { replace } = values;
    const done = await restore(connection, { file, place: config, secret, replace, now: new Date() });
    if (!done.ok) return fail(refusals(config)[done.refusal]);
    console.log(toldOf(done));
    const former = formerKeyFile(config);
    if (existsSync(former))
      console.log(`- The key that was here before is in ${former}: destroy it when no backup needs it.`);
    return 0;
  } finally {
    await leave();
  }
}

type Refusal = Extract<Restored, { ok: false }>["refusal"];

const refusals = ({ secretKey, secretKeyFile }: ReturnType<typeof loadConfig>): Record<Refusal, string> => ({
  damaged: "Nothing was changed: the file is no backup of Giftline, or not all of one.",
  newer: "Nothing was changed: a newer version made this backup. Update Giftline, and try again.",
  "no-key":
    secretKey === undefined
      ? `Nothing was changed: this backup opens with another key than the one in ${secretKeyFile}, or there is none.
Name the file with the key that you kept apart from the backup: --key KEYFILE`
      : "Nothing was changed: SECRET_KEY is not the key of this backup. Set it to the one of that time.",
  "in-use": `Nothing was changed: the database is not empty. Make a backup of it (npm run backup); --replace puts this one in its place.`,
  busy: "Nothing was changed: a running process did not step aside within half a minute. Stop it, and try again.",
});

function toldOf({ rows, madeAt, consentsKept }: Extract<Restored, { ok: true }>): string {
  return `${rows} rows are back, as they were at ${madeAt.toISOString()}. What came after that is not in them:
- ${consentsKept} STOPs, STARTs and their like since then were in the database before, and hold on. Others are lost.
- Who said WIPE since then is back. Ask at the tent who did, and let them say it again.
- Texts that waited to be sent are looked up at the carrier first, so that none goes twice.`;
}

function fail(words: string): number {
  console.error(words);
  return 1;
}

main().then(
  (code) => process.exit(code),
  (fault: unknown) => process.exit(fail(fault instanceof ConfigError ? fault.message : String(fault))),
);
