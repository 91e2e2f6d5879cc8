import { ConfigError, loadConfig } from "#server/config.ts";
import { TwilioFault } from "#sms/twilio/errors.ts";
import { refusesStrangers } from "#sms/twilio/reach.ts";
import { type SetUp, setUp } from "#sms/twilio/set-up.ts";

/** For Twilio alone: it tries three times more if we do not connect, answer late or answer 5xx. */
const TRIES = "#rc=3&rp=ct,rt,5xx&ct=2000&rt=4500";
const PATIENCE_MS = 15_000;

/** Points the configured number or Messaging Service at PUBLIC_URL, or at nothing where texts are fetched, and checks the account. */
async function main(): Promise<number> {
  const config = loadConfig(process.env);
  const { twilio } = config;
  if (!twilio) return fail("No account is set: TWILIO_ACCOUNT_SID, TWILIO_AUTH_TOKEN and TWILIO_FROM.");
  const isFetched = twilio.pollSeconds > 0;
  if (!isFetched && !(config.hasPublicUrl && config.publicUrl.startsWith("https://")))
    return fail(
      "Set PUBLIC_URL to an address with https:// that Twilio reaches, or TWILIO_POLL_SECONDS without one.",
    );
  const webhook = isFetched ? null : `${config.publicUrl}/twilio/sms${TRIES}`;
  const done = await setUp({
    ...twilio,
    authToken: twilio.authTokens[0] ?? "",
    webhook,
    timeoutMs: PATIENCE_MS,
  });
  if (!done.ok) return fail(REFUSALS[done.refusal]);
  for (const line of tell(done, webhook)) console.log(line);
  if (webhook !== null && !(await refusesStrangers(webhook, PATIENCE_MS)))
    return fail(
      `But Giftline does not answer at ${config.publicUrl}/twilio/sms: start it, see to the proxy, try again.`,
    );
  return 0;
}

const REFUSALS = {
  suspended: "Twilio has suspended or closed this account: see its console.",
  "not in this account": "No number of this account: TWILIO_FROM, or one of TWILIO_MESSAGING_SERVICE_SID.",
  "no texts": "TWILIO_FROM takes no texts: it is a number for voice only.",
  "not in the service": "TWILIO_FROM does not belong to TWILIO_MESSAGING_SERVICE_SID.",
} as const;

function tell(done: SetUp, webhook: string | null): readonly string[] {
  return [
    `Account: active${done.isTrial ? ", on trial: it texts only numbers that are verified at Twilio" : ""}.`,
    `${done.sender}: texts went ${done.before === null ? "nowhere" : `to ${done.before}`}.`,
    webhook === null ? "They wait at Twilio to be fetched." : `They go to ${webhook}.`,
    ...(webhook === null || done.hasFallback
      ? []
      : ["No fallback is set: while this machine is off, nobody is told (README, Going live, step 5)."]),
  ];
}

function fail(words: string): number {
  console.error(words);
  return 1;
}

function wordsOf(fault: unknown): string {
  if (fault instanceof ConfigError) return fault.message;
  if (!(fault instanceof TwilioFault)) return String(fault);
  if (fault.fault.kind !== "answered") return "Twilio cannot be reached from here.";
  if (fault.fault.httpStatus === 401) return "Twilio does not know this account and token.";
  if (fault.fault.httpStatus === 404) return "Twilio knows no such account or Messaging Service.";
  return fault.message;
}

main().then(
  (code) => process.exit(code),
  (fault: unknown) => process.exit(fail(wordsOf(fault))),
);
