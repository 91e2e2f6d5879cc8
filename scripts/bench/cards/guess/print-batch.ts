import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parse } from "csv-parse/sync";
import { z } from "zod";

const SCRIPT = fileURLToPath(new URL("../../../cards.ts", import.meta.url));
const Codes = z.array(z.object({ code: z.string() }));

/** Prints cards as an organizer would, by command; their digits. */
export async function printBatch(
  env: Record<string, string>,
  folder: string,
  count: number,
  isLive: boolean,
): Promise<readonly string[]> {
  const csv = join(folder, "codes.csv");
  const options = [
    "--count",
    String(count),
    "--gift",
    "hot soup",
    "--out",
    join(folder, "sheet.pdf"),
    "--csv",
    csv,
  ];
  const args = [SCRIPT, ...options, ...(isLive ? ["--activate"] : [])];
  execFileSync(process.execPath, args, { env: { PATH: process.env["PATH"], ...env } });
  return Codes.parse(parse(readFileSync(csv, "utf8"), { columns: true })).map((each) => each.code);
}
