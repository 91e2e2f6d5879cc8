import { randomUUID } from "node:crypto";
import { ConfigError, loadConfig } from "#server/config.ts";
import { knownKeys } from "#server/keys/key-files.ts";
import { SIMULATOR_ACCOUNT, SIMULATOR_NUMBER } from "#sms/simulator/carrier.ts";
import { signatureFor } from "#sms/twilio/signature.ts";

const USAGE = 'Usage: npm run text -- +14015550101 "NEED 2 tarps"';

/** Sends a signed text to the running server as a carrier would, and prints the answer. */
async function main(from: string | undefined, body: string | undefined): Promise<number> {
  if (!from || body === undefined) return fail(USAGE);
  const config = loadConfig(process.env);
  const token = config.twilio?.authTokens[0] ?? simulatorToken(config);
  if (!token) return fail("No key yet: start the server first (npm start).");
  const params = {
    MessageSid: `SM${randomUUID().replaceAll("-", "")}`,
    AccountSid: config.twilio?.accountSid ?? SIMULATOR_ACCOUNT,
    From: from,
    To: config.twilio?.from ?? SIMULATOR_NUMBER,
    Body: body,
    NumMedia: "0",
  };
  const signature = signatureFor({ token, url: `${config.publicUrl}/twilio/sms`, params });
  const answer = await fetch(`http://127.0.0.1:${config.port}/twilio/sms`, {
    method: "POST",
    headers: { "x-twilio-signature": signature },
    body: new URLSearchParams(params),
  }).catch(() => null);
  if (!answer) return fail(`No server answers on port ${config.port}: start it first (npm start).`);
  if (!answer.ok)
    return fail(`The server refused the text (${answer.status}): it runs with another key or PUBLIC_URL.`);
  console.log(wordsIn(await answer.text()) ?? "(no answer)");
  return 0;
}

function simulatorToken(config: ReturnType<typeof loadConfig>): string | null {
  return knownKeys(config)[0]?.derive("simulator") ?? null;
}

/** What the phone would show: the one Message of the answer. */
function wordsIn(twiml: string): string | null {
  const found = /<Message>(.*?)<\/Message>/s.exec(twiml);
  const signs: Readonly<Record<string, string>> = { lt: "<", gt: ">", amp: "&", quot: '"', apos: "'" };
  return found?.[1]?.replace(/&(lt|gt|amp|quot|apos);/g, (_, name: string) => signs[name] ?? "") ?? null;
}

function fail(words: string): number {
  console.error(words);
  return 1;
}

main(process.argv[2], process.argv[3]).then(
  (code) => process.exit(code),
  (fault: unknown) => process.exit(fail(fault instanceof ConfigError ? fault.message : String(fault))),
);
