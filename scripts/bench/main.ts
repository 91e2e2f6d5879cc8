import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { cpus, tmpdir, totalmem } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { benchBroadcasts } from "./broadcasts/bench-broadcasts.ts";
import { benchSheets } from "./cards/bench-sheets.ts";
import { benchMatching } from "./matching/bench-matching.ts";
import { benchTexts } from "./texts/bench-texts.ts";

type Row = { readonly what: string } & Readonly<Record<string, unknown>>;

/**
 * `npm run bench -- --only texts,matching,broadcasts,sheets --seconds 15 --queue postgresql,redis --sizes 1333,10000,100000 --out
 * results.json`: prints a table of each, and writes them where asked.
 */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      only: { type: "string", default: "texts,matching,broadcasts,sheets" },
      seconds: { type: "string", default: "15" },
      queue: { type: "string", default: "postgresql" },
      sizes: { type: "string", default: "1333,10000,100000" },
      posts: { type: "string", default: "10000" },
      people: { type: "string", default: "1000,10000,100000" },
      out: { type: "string" },
    },
  });
  const machine = `${cpus().length} cores (${cpus()[0]?.model.trim()}), ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.versions.node}`;
  console.log(`Machine: ${machine}\n`);
  const folder = await mkdtemp(join(tmpdir(), "giftline-bench-"));
  const only = values.only.split(",");
  const rows: Row[] = [];
  try {
    if (only.includes("texts"))
      for (const queue of values.queue.split(","))
        rows.push(
          ...show(await benchTexts({ folder: join(folder, queue), queue, seconds: Number(values.seconds) })),
        );
    if (only.includes("matching"))
      rows.push(
        ...show(
          await benchMatching({
            folder: join(folder, "matching"),
            sizes: values.sizes.split(",").filter(Boolean).map(Number),
            posts: Number(values.posts),
          }),
        ),
      );
    if (only.includes("broadcasts"))
      rows.push(
        ...show(
          await benchBroadcasts({
            folder: join(folder, "broadcasts"),
            sizes: values.people.split(",").map(Number),
          }),
        ),
      );
    if (only.includes("sheets")) rows.push(...show(await benchSheets()));
    if (values.out)
      await writeFile(
        values.out,
        `${JSON.stringify({ machine, at: new Date().toISOString(), rows }, null, 2)}\n`,
      );
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
