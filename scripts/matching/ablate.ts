import { readFileSync } from "node:fs";
import { loadKnowledge } from "#server/knowledge.ts";
import { parsePool } from "#server/matching/evaluate/labelled-pool.ts";
import { measurePool } from "#server/matching/evaluate/measure.ts";
import { rankPool } from "#server/matching/evaluate/rank-pool.ts";
import { readerOf, VARIANTS } from "./variants.ts";

/** `node scripts/run.mjs scripts/matching/ablate.ts POOL.jsonl ...`: what each part of the matcher is worth on these pools. */
function main(files: readonly string[]): void {
  const pools = files.map((file) => parsePool(readFileSync(file, "utf8")));
  const all = loadKnowledge(null);
  const rows = VARIANTS.map((variant) => {
    const knowledge = variant.knowledge?.(all) ?? all;
    const measures = pools.map((pool) =>
      measurePool(pool, rankPool(pool, knowledge, readerOf(variant)))?.get("all"),
    );
    const mean = (of: "precisionAt1" | "sendPrecision" | "sendRecall" | "noMatchSent") =>
      (measures.reduce((sum, each) => sum + (each?.[of] ?? 0), 0) / measures.length).toFixed(3);
    return [
      variant.without,
      {
        "P@1": mean("precisionAt1"),
        "send precision": mean("sendPrecision"),
        "send recall": mean("sendRecall"),
        "nothing fits, sent": mean("noMatchSent"),
      },
    ] as const;
  });
  console.table(Object.fromEntries(rows));
}

main(process.argv.slice(2));
