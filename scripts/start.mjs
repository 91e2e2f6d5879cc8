import "./launch/node-version.mjs";
import { handOver, prepare } from "./launch/hand-over.mjs";

await prepare();
await handOver("server/main.ts", process.argv.slice(2));
