import "./launch/node-version.mjs";
import { runChecks } from "./launch/checks.mjs";
import { prepare } from "./launch/hand-over.mjs";
import { findOrInstall } from "./launch/machine.mjs";
import { runTests } from "./launch/vitest.mjs";

await prepare();
const variables = await findOrInstall();
const checks = await runChecks({ fix: false });
const tests = await runTests(process.argv.slice(2), variables);
const failed = checks.failed + tests.failed;
console.log(`${checks.passed + tests.passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
