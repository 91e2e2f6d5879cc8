import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { cpus, tmpdir, totalmem } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { benchTexts } from "./texts/bench-texts.ts";

/** `npm run bench -- --seconds 15 --queue postgresql,redis --out results.json`: prints a table, and writes it where asked. */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      seconds: { type: "string", default: "15" },
      queue: { type: "string", default: "postgresql" },
      out: { type: "string" },
    },
  });
  const machine = `${cpus().length} cores (${cpus()[0]?.model.trim()}), ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.versions.node}`;
  console.log(`Machine: ${machine}\n`);
  const folder = await mkdtemp(join(tmpdir(), "giftline-bench-"));
  try {
    const rows = [];
    for (const queue of values.queue.split(","))
      rows.push(
        ...(await benchTexts({ folder: join(folder, queue), queue, seconds: Number(values.seconds) })),
      );
    console.table(Object.fromEntries(rows.map(({ what, ...figures }) => [what, figures])));
    if (values.out)
      await writeFile(
        values.out,
        `${JSON.stringify({ machine, at: new Date().toISOString(), rows }, null, 2)}\n`,
      );
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

await main();
process.exit(0);
