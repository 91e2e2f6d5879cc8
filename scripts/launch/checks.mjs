import { join } from "node:path";
import { runQuietly } from "./child.mjs";
import { pinnedEnvironment, root } from "./paths.mjs";

/** Runs format, lint, types and dead code at once, prints what failed and how; gives the number of each. */
export async function runChecks({ fix }) {
  const checks = [
    ["format and lint", "biome", ["check", "--error-on-warnings", ...(fix ? ["--write"] : []), "."]],
    ["types", "tsc", []],
    ["dead code", "knip", []],
  ];
  const results = await Promise.all(checks.map(runCheck));
  for (const { output } of results.filter((result) => !result.ok)) {
    console.log(`${output}\n`);
  }
  for (const { name, ok, seconds } of results) {
    console.log(`${ok ? "ok    " : "FAILED"} ${name} (${seconds.toFixed(1)} s)`);
  }
  const passed = results.filter((result) => result.ok).length;
  return { passed, failed: results.length - passed };
}

async function runCheck([name, tool, args]) {
  const began = Date.now();
  const command = join(root, "node_modules/.bin", tool);
  const { ok, output } = await runQuietly(command, args, { cwd: root, env: pinnedEnvironment() });
  return { name, ok, output, seconds: (Date.now() - began) / 1000 };
}
