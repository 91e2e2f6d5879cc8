import "./launch/node-version.mjs";
import { runChecks } from "./launch/checks.mjs";
import { prepare } from "./launch/hand-over.mjs";

await prepare();
const { failed } = await runChecks({ fix: process.argv.includes("--fix") });
process.exitCode = failed === 0 ? 0 : 1;
