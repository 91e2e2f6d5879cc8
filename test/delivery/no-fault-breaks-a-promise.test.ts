import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { expect, test } from "vitest";

const FAULTS = fileURLToPath(new URL("../../scripts/bench/faults.ts", import.meta.url));

// Short: the run that is reported breaks hundreds of things on three installations.
test("web, worker, database, Redis, carrier, disk, clock and power break while people text: nothing is lost, done twice or told wrongly", async () => {
  const args = ["--faults", "12", "--seed", "21", "--lanes", "redis,one-process", "--rate", "3", "--hurry"];
  const { stdout } = await promisify(execFile)(process.execPath, [FAULTS, ...args]).catch(
    (fault: { stdout?: string }) => ({ stdout: fault.stdout || String(fault) }),
  );
  expect(stdout).toContain("Verdict: every promise kept.");
}, 240_000);
