import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { freePort } from "#test/support/free-port.ts";
import { removeData } from "#test/support/program.ts";
import { startStandIn } from "#test/support/stand-in-carrier.ts";
import { moody } from "./broadcast/carrier-moods.ts";
import { startInstallation } from "./broadcast/installation.ts";
import { tellBroadcast } from "./broadcast/story.ts";
import { judgeBroadcast } from "./broadcast/verdict.ts";
import { settle } from "./crash/tally.ts";

const CAMP = { accountSid: `AC${"0".repeat(32)}`, authToken: "broadcast-token", ourNumber: "+14015550100" };

/**
 * `node scripts/run.mjs scripts/bench/broadcast.ts --people 300 --rate 20 [--kills 3] [--moods]`: two organizers made
 * by command, CAST from one, the other's 1, `people` subscribers at a stand-in carrier, by text only. Some say STOP
 * before and while it runs; somebody asks for the AGENDA and another writes words in its middle. `--kills`: web and
 * worker are killed (kill -9) so often while it runs. `--moods`: the carrier answers 429, 500, takes texts and hangs,
 * and refuses some with 21610. `--least`: the part of the rate that has to be used, .98; with 0 speed is
 * not judged. Exit code 1 unless each got it once and none who said STOP.
 */
async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      people: { type: "string", default: "300" },
      rate: { type: "string", default: "20" },
      kills: { type: "string", default: "0" },
      moods: { type: "boolean", default: false },
      least: { type: "string", default: "0.98" },
      redis: { type: "string" },
    },
  });
  const dataDir = mkdtempSync(join(tmpdir(), "giftline-broadcast-"));
  const standIn = await startStandIn({ ...CAMP, statusCallbacks: true, latencyMs: 20 });
  const [people, rate, kills] = [values.people, values.rate, values.kills].map(Number) as [
    number,
    number,
    number,
  ];
  const env = await settings(dataDir, standIn.url, values.rate, values.redis);
  const installation = await startInstallation(env);
  try {
    const mood = values.moods ? moody() : null;
    const story = await tellBroadcast({ standIn, installation, people, kills, mood });
    await settle(dataDir);
    const { rows, faults } = judgeBroadcast(standIn, story, {
      rate,
      least: Number(values.least),
      calm: kills === 0 && !values.moods,
    });
    console.table(rows);
    console.log(faults.length === 0 ? "Verdict: each once, none lost." : `Verdict: ${faults.join("; ")}.`);
    return faults.length === 0 ? 0 : 1;
  } finally {
    await installation.stop();
    await standIn.close();
    await removeData(dataDir);
  }
}

async function settings(dataDir: string, apiUrl: string, rate: string, redisUrl: string | undefined) {
  const port = String(await freePort());
  return {
    PORT: port,
    HOST: "127.0.0.1",
    PUBLIC_URL: `http://127.0.0.1:${port}`,
    DATA_DIR: dataDir,
    NODE_NAME: "Willow Camp",
    QUIET_HOURS: "00:00-00:00",
    SMS_PER_SECOND: rate,
    LOG_LEVEL: "error",
    TWILIO_ACCOUNT_SID: CAMP.accountSid,
    TWILIO_AUTH_TOKEN: CAMP.authToken,
    TWILIO_FROM: CAMP.ourNumber,
    TWILIO_API_URL: apiUrl,
    ...(redisUrl === undefined ? {} : { REDIS_URL: redisUrl }),
  };
}

process.exitCode = await main();
