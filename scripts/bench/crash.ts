import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { freePort } from "#test/support/free-port.ts";
import { removeData } from "#test/support/program.ts";
import { startStandIn } from "#test/support/stand-in-carrier.ts";
import { keepKilling } from "./crash/killer.ts";
import { startStories } from "./crash/stories.ts";
import { settle, tally } from "./crash/tally.ts";

const CAMP = { accountSid: `AC${"0".repeat(32)}`, authToken: "crash-test-token", ourNumber: "+14015550100" };

/**
 * `node scripts/run.mjs scripts/bench/crash.ts --seconds 120 --kills 20`: people text at 50 a second while the
 * program is killed (kill -9) at random moments and started again. Then counts what was promised: no text that got
 * an answer is lost or counted twice, and none is sent again that the carrier had accepted. Exit code 1 otherwise.
 */
async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      seconds: { type: "string", default: "120" },
      kills: { type: "string", default: "20" },
      rate: { type: "string", default: "50" },
      redis: { type: "string" },
    },
  });
  const dataDir = mkdtempSync(join(tmpdir(), "giftline-crash-"));
  const standIn = await startStandIn({ ...CAMP, statusCallbacks: true, latencyMs: 20 });
  try {
    const env = await settings(dataDir, standIn.url, values.redis);
    const seconds = Number(values.seconds);
    const people = startStories(standIn, `${env["PUBLIC_URL"]}/twilio/sms`, Number(values.rate));
    const killer = await keepKilling(env, { kills: Number(values.kills), seconds, begin: people.begin });
    await people.end();
    people.close();
    await settle(dataDir);
    const { rows, faults } = await tally({ dataDir, standIn, people, killer });
    console.table(rows);
    console.log(
      faults.length === 0 ? "Verdict: nothing lost, nothing twice." : `Verdict: ${faults.join("; ")}.`,
    );
    await killer.stop();
    return faults.length === 0 ? 0 : 1;
  } finally {
    await standIn.close();
    await removeData(dataDir);
  }
}

async function settings(dataDir: string, apiUrl: string, redisUrl: string | undefined) {
  const port = String(await freePort());
  const env: Record<string, string> = {
    PORT: port,
    HOST: "127.0.0.1",
    PUBLIC_URL: `http://127.0.0.1:${port}`,
    DATA_DIR: dataDir,
    QUIET_HOURS: "00:00-00:00",
    SMS_PER_SECOND: "1000",
    LOG_LEVEL: "error",
    TWILIO_ACCOUNT_SID: CAMP.accountSid,
    TWILIO_AUTH_TOKEN: CAMP.authToken,
    TWILIO_FROM: CAMP.ourNumber,
    TWILIO_API_URL: apiUrl,
    ...(redisUrl === undefined ? {} : { REDIS_URL: redisUrl }),
  };
  return env;
}

process.exitCode = await main();
