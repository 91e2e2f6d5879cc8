import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { test } from "vitest";

const BROADCAST = fileURLToPath(new URL("../../scripts/bench/broadcast.ts", import.meta.url));
const VERDICT = "Verdict: each once, none lost.";

async function run(...args: string[]): Promise<string> {
  const { stdout } = await promisify(execFile)(process.execPath, [BROADCAST, ...args]).catch(
    (fault: { stdout?: string }) => ({ stdout: fault.stdout ?? String(fault) }),
  );
  return stdout;
}

// How much of the rate is used is measured on a calm machine; here it only has to be near.
test.concurrent("two organizers text 300 subscribers: each once, none who said STOP, never above the rate, answers ahead", async ({
  expect,
}) => {
  expect(await run("--people", "300", "--rate", "30", "--least", "0.7")).toContain(VERDICT);
}, 240_000);

test.concurrent("web and worker killed three times in its middle, a carrier with bad days: each once, none lost, none twice", async ({
  expect,
}) => {
  expect(await run("--people", "120", "--rate", "20", "--kills", "3", "--moods")).toContain(VERDICT);
}, 400_000);
