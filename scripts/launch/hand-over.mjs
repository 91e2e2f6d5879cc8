import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { FLAGS } from "../../server/node/flags.mjs";
import { runInTerminal } from "./child.mjs";
import { install } from "./install.mjs";
import { findNode, pinnedEnvironment, root } from "./paths.mjs";
import { generateClient } from "./prisma.mjs";

/** Everything that is not in git and that our TypeScript needs in order to run. */
export async function prepare() {
  await install();
  await generateClient();
}

/** Settings may stand in a file. */
function flags() {
  const settings = resolve(root, ".env");
  return [...FLAGS, ...(existsSync(settings) ? [`--env-file=${settings}`] : [])];
}

/** Runs a TypeScript file of ours on the pinned Node, in the root folder. Resolves with { code, signal }. */
export function runScript(script, args) {
  const options = { cwd: root, env: pinnedEnvironment() };
  return runInTerminal(findNode(), [...flags(), resolve(root, script), ...args], options);
}

/** Runs it and ends as it ends. */
export async function handOver(script, args) {
  const { code, signal } = await runScript(script, args);
  if (signal !== null) process.kill(process.pid, signal);
  process.exit(code ?? 1);
}
