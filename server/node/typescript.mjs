import { registerHooks } from "node:module";
import { fileURLToPath } from "node:url";
import { javascriptOf } from "./javascript.mjs";

// `node --import ./server/typescript.mjs`: our TypeScript is read without its types as it was kept.
registerHooks({
  load(url, context, next) {
    if (!url.startsWith("file:") || !url.endsWith(".ts")) return next(url, context);
    return { format: "module", source: javascriptOf(fileURLToPath(url)), shortCircuit: true };
  },
});
