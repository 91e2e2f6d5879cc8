import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runInTerminal } from "./child.mjs";
import { findNode, pinnedEnvironment, root } from "./paths.mjs";
import { readOrNothing } from "./stamp.mjs";

/** Runs the tests, showing them as they go, and counts. A run that tells of no failure but was not good counts as one. */
export async function runTests(args, variables) {
  const folder = mkdtempSync(join(tmpdir(), "giftline-results-"));
  const results = join(folder, "results.json");
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${results}`];
  const command = [join(root, "node_modules/vitest/vitest.mjs"), "run", ...reporters, ...args];
  const env = { ...pinnedEnvironment(), ...variables };
  try {
    const { code } = await runInTerminal(findNode(), command, { cwd: root, env });
    return count(readOrNothing(results), code === 0);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function count(text, endedWell) {
  if (text === undefined) return { passed: 0, failed: 1 };
  const report = JSON.parse(text);
  // A file that breaks before its tests are known has failed, and has no failed test.
  const broken = report.testResults.filter(
    (file) => file.status === "failed" && !file.assertionResults.some(isFailed),
  );
  const failed = report.numFailedTests + broken.length;
  const passed = report.numPassedTests;
  const isGood = endedWell && passed + failed > 0;
  return { passed, failed: isGood ? failed : Math.max(1, failed) };
}

function isFailed(test) {
  return test.status === "failed";
}
