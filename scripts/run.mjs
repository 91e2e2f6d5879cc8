import "./launch/node-version.mjs";
import { handOver, prepare } from "./launch/hand-over.mjs";

const [script, ...args] = process.argv.slice(2);
if (script === undefined) {
  console.error("Usage: node scripts/run.mjs FILE.ts [arguments]");
  process.exit(2);
}
await prepare();
await handOver(script, args);
