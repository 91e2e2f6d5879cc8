import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { expect, test } from "vitest";

const CRASH = fileURLToPath(new URL("../../scripts/bench/crash.ts", import.meta.url));

test("killed again and again under 50 texts a second, it loses none and sends none twice", async () => {
  const args = [CRASH, "--seconds", "12", "--kills", "4"];
  const { stdout } = await promisify(execFile)(process.execPath, args);
  expect(stdout).toContain("Verdict: nothing lost, nothing twice.");
  expect(stdout).toMatch(/accepted twice\D*0\D/);
}, 240_000);
