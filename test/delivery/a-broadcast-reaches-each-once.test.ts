import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { expect, test } from "vitest";

const BROADCAST = fileURLToPath(new URL("../../scripts/bench/broadcast.ts", import.meta.url));
const VERDICT = "Verdict: each once, none lost.";

async function run(...args: string[]): Promise<string> {
  const { stdout } = await promisify(execFile)(process.execPath, [BROADCAST, ...args]).catch(
    (fault: { stdout?: string }) => ({ stdout: fault.stdout ?? String(fault) }),
  );
  return stdout;
}

// Smaller than the run that is reported, and two installations beside each other: speed is not judged here.
test("two organizers text many by CAST: each once, none who said STOP, with kill -9 of web and worker and a carrier's bad days too", async () => {
  const [calm, killed] = await Promise.all([
    run("--people", "90", "--rate", "20", "--least", "0"),
    run("--people", "60", "--rate", "20", "--kills", "3", "--moods"),
  ]);
  expect(calm).toContain(VERDICT);
  expect(killed).toContain(VERDICT);
}, 400_000);
