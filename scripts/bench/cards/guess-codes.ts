import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { freePort } from "#test/support/free-port.ts";
import { removeData, startProgram } from "#test/support/program.ts";
import { startStandIn } from "#test/support/stand-in-carrier.ts";
import { attack } from "./guess/attack.ts";
import { compareTimes } from "./guess/compare-times.ts";
import { printBatch } from "./guess/print-batch.ts";

const CAMP = { accountSid: `AC${"0".repeat(32)}`, authToken: "guessing-token", ourNumber: "+14015550100" };
const LIVE = 300;
const DEAD = 100;

/**
 * `node scripts/run.mjs scripts/bench/cards/guess-codes.ts --guesses 10000`: black box, so many wrong codes that pass
 * their check, from one phone, from a thousand phones and at the kiosk, while others take real cards by text. Exit code
 * 1 unless no guess was answered with anything of a card, all were limited, and every real claim passed.
 */
async function main(): Promise<number> {
  const { values } = parseArgs({ options: { guesses: { type: "string", default: "10000" } } });
  const dataDir = mkdtempSync(join(tmpdir(), "giftline-guesses-"));
  const standIn = await startStandIn({ ...CAMP, statusCallbacks: false });
  const env = await settings(dataDir, standIn.url);
  const program = startProgram(env);
  try {
    await program.ready();
    const live = await printBatch(env, dataDir, LIVE, true);
    const dead = await printBatch(env, dataDir, DEAD, false);
    const text = async (from: string, body: string) =>
      (await standIn.postText(`${program.url}/twilio/sms`, { from, body })).reply ?? "";
    const times = await compareTimes(text, dead);
    const found = await attack({ text, url: program.url, live, guesses: Number(values.guesses) });
    console.table({ ...found.rows, ...times.rows });
    const faults = [...found.faults, ...times.faults];
    console.log(
      faults.length === 0
        ? "Verdict: limited, nothing told, real claims pass."
        : `Verdict: ${faults.join("; ")}.`,
    );
    return faults.length === 0 ? 0 : 1;
  } finally {
    await program.stop();
    await standIn.close();
    await removeData(dataDir);
  }
}

async function settings(dataDir: string, apiUrl: string): Promise<Record<string, string>> {
  const port = String(await freePort());
  return {
    PORT: port,
    HOST: "127.0.0.1",
    PUBLIC_URL: `http://127.0.0.1:${port}`,
    DATA_DIR: dataDir,
    NODE_NAME: "Willow Camp",
    QUIET_HOURS: "00:00-00:00",
    SMS_PER_SECOND: "1000",
    LOG_LEVEL: "error",
    TWILIO_ACCOUNT_SID: CAMP.accountSid,
    TWILIO_AUTH_TOKEN: CAMP.authToken,
    TWILIO_FROM: CAMP.ourNumber,
    TWILIO_API_URL: apiUrl,
  };
}

process.exit(await main());
