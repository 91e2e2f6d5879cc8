import "./launch/node-version.mjs";
import { handOver, prepare, runScript } from "./launch/hand-over.mjs";

await prepare();
const args = process.argv.slice(2);
if (args.includes("--demo")) await runScript("scripts/demo.ts", []);
await handOver(
  "server/main.ts",
  args.filter((each) => each !== "--demo"),
);
