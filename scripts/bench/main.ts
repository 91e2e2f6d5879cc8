import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { cpus, tmpdir, totalmem } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { benchBroadcasts } from "./broadcasts/bench-broadcasts.ts";
import { benchSheets } from "./cards/bench-sheets.ts";
import { benchKiosk } from "./kiosk/bench-kiosk.ts";
import { benchMatching } from "./matching/bench-matching.ts";
import { benchAsks } from "./texts/bench-asks.ts";
import { benchGrowth } from "./texts/bench-growth.ts";
import { benchSoak } from "./texts/bench-soak.ts";
import { benchTexts } from "./texts/bench-texts.ts";
import { benchUpkeep } from "./texts/bench-upkeep.ts";

type Row = { readonly what: string } & Readonly<Record<string, unknown>>;

const options = {
  only: { type: "string", default: "texts,matching,broadcasts,sheets" },
  seconds: { type: "string", default: "15" },
  rates: { type: "string", default: "10,50,200,500" },
  needs: { type: "string", default: "10" },
  queue: { type: "string", default: "postgresql" },
  sizes: { type: "string", default: "1333,10000,100000" },
  posts: { type: "string", default: "10000" },
  people: { type: "string", default: "1000,10000,100000" },
  grown: { type: "string", default: "1000,10000,100000" },
  runs: { type: "string", default: "10" },
  out: { type: "string" },
} as const;
type Values = Readonly<Record<Exclude<keyof typeof options, "out">, string>>;

const numbers = (list: string) => list.split(",").filter(Boolean).map(Number);

/** Each part by its name: its rows, measured in a folder of its own. */
const PARTS: Readonly<Record<string, (folder: string, values: Values) => Promise<readonly Row[]>>> = {
  async texts(folder, { queue, seconds, rates }) {
    const rows: Row[] = [];
    for (const each of queue.split(","))
      rows.push(
        ...(await benchTexts({
          folder: join(folder, each),
          queue: each,
          seconds: Number(seconds),
          rates: numbers(rates),
        })),
      );
    return rows;
  },
  matching: (folder, { sizes, posts }) =>
    benchMatching({ folder, sizes: numbers(sizes), posts: Number(posts) }),
  broadcasts: (folder, { people }) => benchBroadcasts({ folder, sizes: numbers(people) }),
  sheets: () => benchSheets(),
  kiosk: (folder, { runs }) => benchKiosk({ folder, runs: Number(runs) }),
  asks: (folder, { needs, seconds }) =>
    benchAsks({ folder, rates: numbers(needs), seconds: Number(seconds) }),
  soak: (folder, { seconds }) => benchSoak({ folder, seconds: Number(seconds) }),
  upkeep: (folder, { seconds }) => benchUpkeep({ folder, seconds: Number(seconds) }),
  growth: (folder, { grown, seconds }) =>
    benchGrowth({ folder, sizes: numbers(grown), seconds: Number(seconds) }),
};

/**
 * `npm run bench -- --only texts,asks,matching,broadcasts,sheets,kiosk,upkeep,growth,soak --seconds 15 --queue postgresql,redis --out results.json`:
 * prints a table of each, and writes them where asked.
 */
async function main(): Promise<void> {
  const { out, ...values } = parseArgs({ options }).values;
  const machine = `${cpus().length} cores (${cpus()[0]?.model.trim()}), ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.versions.node}`;
  console.log(`Machine: ${machine}\n`);
  const folder = await mkdtemp(join(tmpdir(), "giftline-bench-"));
  const rows: Row[] = [];
  try {
    for (const [name, measure] of Object.entries(PARTS))
      if (values.only.split(",").includes(name))
        rows.push(...show(await measure(join(folder, name), values)));
    const results = { machine, at: new Date().toISOString(), rows };
    if (out) await writeFile(out, `${JSON.stringify(results, null, 2)}\n`);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function show(rows: readonly Row[]): readonly Row[] {
  console.table(Object.fromEntries(rows.map(({ what, ...figures }) => [what, figures])));
  return rows;
}

await main();
process.exit(0);
