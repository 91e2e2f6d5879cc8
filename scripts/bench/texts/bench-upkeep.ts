import { execFile } from "node:child_process";
import { stat } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { FLAGS } from "#server/node/flags.mjs";
import { startDatabase } from "./database.ts";
import { prepare, saturate, steady, type Target } from "./load.ts";
import { startGiftline } from "./processes.ts";

const AT_ONCE = 32;
const RATE = 10;
const PHONES = 40_000_000;

type Row = { what: string; seconds: number; worstMs: number; refused: number };

/**
 * A backup, a new key and a restore while texts come in ten a second: how long each takes, how long a text had to wait
 * for its answer meanwhile, and how many got none.
 */
export async function benchUpkeep({ folder, seconds }: { folder: string; seconds: number }): Promise<Row[]> {
  const database = await startDatabase(folder);
  const { settings } = database;
  const giftline = await startGiftline(settings);
  const { target } = giftline;
  const first = join(folder, "first.backup");
  const second = join(folder, "second.backup");
  const command = async (script: string, ...args: string[]) => {
    const env = { PATH: process.env["PATH"] ?? "", ...settings };
    await promisify(execFile)(process.execPath, [...FLAGS, `scripts/${script}.ts`, ...args], { env });
  };
  const { perSecond } = await saturate(target, prepare(target, PHONES, 1500 * seconds), AT_ONCE, seconds);
  const rows = [
    await whileTexting(target, `backup after ${perSecond * seconds} texts`, () =>
      command("backup", "--out", first),
    ),
    await whileTexting(target, "a new key for all of it", () => command("rotate-key")),
  ];
  await command("backup", "--out", second);
  rows.push(
    await whileTexting(target, "restored in its place", () => command("restore", second, "--replace")),
  );
  console.log(`The backup takes ${Math.round((await stat(first)).size / 1024)} KiB.`);
  await giftline.stop();
  await database.stop();
  return rows;
}

let next = PHONES + 1_000_000;

async function whileTexting(target: Target, what: string, work: () => Promise<void>): Promise<Row> {
  let isDone = false;
  const began = performance.now();
  const working = work().then(() => {
    isDone = true;
    return Math.round((performance.now() - began) / 100) / 10;
  });
  working.catch(() => {
    isDone = true;
  });
  const row = { worstMs: 0, refused: 0 };
  while (!isDone) {
    // Of ten the 99th percentile is the slowest.
    const { p99, failed } = await steady(target, prepare(target, next, RATE), RATE);
    next += RATE;
    row.worstMs = Math.max(row.worstMs, Math.round(p99));
    row.refused += failed;
  }
  return { what, seconds: await working, ...row };
}
