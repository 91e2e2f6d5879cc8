import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { loadConfig } from "#server/config.ts";
import { loadKnowledge } from "#server/knowledge.ts";
import { type LabelledPool, parsePool } from "#server/matching/evaluate/labelled-pool.ts";
import { type Measures, measurePool } from "#server/matching/evaluate/measure.ts";
import { type Ranked, rankPool } from "#server/matching/evaluate/rank-pool.ts";
import type { Knowledge } from "#server/matching/know/knowledge.ts";
import { nameOf } from "#server/matching/know/lexicon.ts";
import { sayWhy } from "#sms/messages/why.ts";

const USAGE = "Usage: npm run match -- POOL.jsonl [--out ranked.jsonl]";

/** Runs the matcher over a file of needs and gifts, no database; prints how good it was where the file has labels. */
function main(): void {
  const { values, positionals } = parseArgs({ allowPositionals: true, options: { out: { type: "string" } } });
  const [file] = positionals;
  if (file === undefined || positionals.length > 1) fail(USAGE);
  if (!existsSync(file)) fail(`There is no file ${file}.`);
  const knowledge = loadKnowledge(join(loadConfig(process.env).dataDir, "lexicon"));
  const pool = poolIn(file);
  const ranking = rankPool(pool, knowledge);
  const lines = ranking.map((ranked) => `${JSON.stringify(written(ranked, knowledge))}\n`).join("");
  if (values.out === undefined) process.stdout.write(lines);
  else writeFileSync(values.out, lines);
  const measures = measurePool(pool, ranking);
  if (measures) console.error(tableOf(measures));
}

function poolIn(file: string): LabelledPool {
  try {
    return parsePool(readFileSync(file, "utf8"));
  } catch (fault) {
    return fail(fault instanceof Error ? fault.message : String(fault));
  }
}

function written({ need, ranked, send, reasons }: Ranked, { lexicon }: Knowledge) {
  const why = [...reasons].map(([gift, each]) => [
    gift,
    sayWhy(each, "en", (concept, language) => nameOf(lexicon, concept, language)),
  ]);
  return {
    need,
    ranked: ranked.map(([gift, probability]) => [gift, Number(probability.toFixed(4))]),
    send,
    why: Object.fromEntries(why),
  };
}

const HEADS = [
  "needs",
  "P@1",
  "R@5",
  "MRR",
  "sent",
  "send precision",
  "send recall",
  "send F1",
  "nothing fits, sent",
];

function tableOf(measures: ReadonlyMap<string, Measures>): string {
  const rows = [...measures].map(([name, each]) => [name, ...Object.values(each).map(figure)]);
  const widest = Math.max(...rows.map(([name = ""]) => name.length));
  return [["", ...HEADS], ...rows]
    .map(([name = "", ...cells]) => [
      name.padEnd(widest),
      ...cells.map((cell, at) => cell.padStart(HEADS[at]?.length ?? 0)),
    ])
    .map((cells) => cells.join("  "))
    .join("\n");
}

function figure(value: number | null): string {
  if (value === null) return "-";
  return Number.isInteger(value) && value > 1 ? String(value) : value.toFixed(3);
}

function fail(words: string): never {
  console.error(words);
  process.exit(1);
}

main();
