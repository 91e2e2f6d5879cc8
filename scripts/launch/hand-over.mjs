import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { runInTerminal } from "./child.mjs";
import { install } from "./install.mjs";
import { findNode, pinnedEnvironment, root } from "./paths.mjs";
import { generateClient } from "./prisma.mjs";

/** Everything that is not in git and that our TypeScript needs in order to run. */
export async function prepare() {
  await install();
  await generateClient();
}

/** Stripping types is no experiment to whoever starts the server; settings may stand in a file. */
function flags() {
  const settings = resolve(root, ".env");
  return [
    "--disable-warning=ExperimentalWarning",
    // Young garbage is collected sooner: some 100 MB less, at no cost that could be measured.
    "--max-semi-space-size=8",
    ...(existsSync(settings) ? [`--env-file=${settings}`] : []),
  ];
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
