import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { startScript } from "#test/support/program.ts";
import { account, start } from "./stand-in-setup.ts";

const CREDENTIALS = {
  TWILIO_ACCOUNT_SID: account.accountSid,
  TWILIO_AUTH_TOKEN: "secretsecret",
  TWILIO_FROM: account.ourNumber,
};

async function run(env: Record<string, string>) {
  const DATA_DIR = mkdtempSync(join(tmpdir(), "giftline-setup-"));
  onTestFinished(() => rmSync(DATA_DIR, { recursive: true }));
  const command = startScript("scripts/twilio-setup.ts", { DATA_DIR, ...env });
  return { code: await command.ended, said: command.said() };
}

test("npm run twilio:setup points the number at PUBLIC_URL and says what it was and what is missing", async () => {
  const standIn = await start({ authToken: CREDENTIALS.TWILIO_AUTH_TOKEN });
  // Nobody answers there.
  const PUBLIC_URL = "https://127.0.0.1:9";
  const { code, said } = await run({ ...CREDENTIALS, PUBLIC_URL, TWILIO_API_URL: standIn.url });
  expect(standIn.webhook).toBe(`${PUBLIC_URL}/twilio/sms#rc=3&rp=ct,rt,5xx&ct=2000&rt=4500`);
  expect(said).toContain("texts went to https://demo.twilio.com/welcome/sms/reply.");
  expect(said).toContain("No fallback is set");
  expect(said).toContain(`Giftline does not answer at ${PUBLIC_URL}/twilio/sms`);
  expect(code).toBe(1);
});

test("where texts are fetched it takes the address away, or some people would get two answers", async () => {
  const standIn = await start({ authToken: CREDENTIALS.TWILIO_AUTH_TOKEN });
  const { code, said } = await run({ ...CREDENTIALS, TWILIO_POLL_SECONDS: "5", TWILIO_API_URL: standIn.url });
  expect(standIn.webhook).toBe("");
  expect(said).toContain("They wait at Twilio to be fetched.");
  expect(code).toBe(0);
});

test("it names what is missing or wrong, and never the token", async () => {
  const standIn = await start({ authToken: "another-token" });
  const reached = { ...CREDENTIALS, PUBLIC_URL: "https://127.0.0.1:9", TWILIO_API_URL: standIn.url };
  const runs = await Promise.all([
    run({}),
    run(CREDENTIALS),
    run({ ...reached, TWILIO_API_URL: "http://127.0.0.1:9" }),
    run(reached),
  ]);
  const [none, noAddress, noLine, wrongToken] = runs.map(({ said }) => said);
  expect(none).toContain("TWILIO_ACCOUNT_SID");
  expect(noAddress).toContain("PUBLIC_URL");
  expect(noLine).toContain("cannot be reached");
  expect(wrongToken).toContain("does not know this account and token");
  expect(runs.map(({ code }) => code)).toEqual([1, 1, 1, 1]);
  expect(runs.map(({ said }) => said).join("")).not.toContain(CREDENTIALS.TWILIO_AUTH_TOKEN);
});
