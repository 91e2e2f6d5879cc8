import { setTimeout as pause } from "node:timers/promises";
import { bareStatements } from "./bare-statements.ts";
import { startDatabase } from "./database.ts";
import { type Figures, prepare, saturate, steady } from "./load.ts";
import { type Process, start, startGiftline, startRedis, TOKEN } from "./processes.ts";

const AT_ONCE = 32;
const CEILING_SECONDS = 10;

export type Row = { what: string } & Partial<Figures> & { MiB?: number | null };
type Options = { folder: string; queue: string; seconds: number; rates: readonly number[] };

/**
 * The webhook's whole path on the embedded database, at rates and saturated, as one process and as web and worker, with
 * the machine's two ceilings beside it in the same run. The answer is in the response: acknowledged is answered.
 */
export async function benchTexts(options: Options): Promise<Row[]> {
  const database = await startDatabase(options.folder);
  const databaseUrl = database.url;
  const redis = options.queue === "redis" ? await startRedis(options.folder) : null;
  const settings = {
    DATABASE_URL: databaseUrl,
    DATA_DIR: options.folder,
    ...(redis ? { REDIS_URL: redis.url } : {}),
  };
  try {
    const ours = await benchOne(options, settings);
    const apart = await benchApart(options, settings);
    const perSecond = await bareStatements(databaseUrl, Math.min(CEILING_SECONDS, options.seconds), 16);
    const bare: Row = { what: `ceiling: the same statements, bare pg (${options.queue})`, perSecond };
    return [...ours, ...apart, bare, await benchCeiling(options, databaseUrl)];
  } finally {
    await redis?.stop();
    await database.stop();
  }
}

/** Serving and working in one process, as in a tent. */
async function benchOne(
  { queue, seconds, rates }: Options,
  settings: Readonly<Record<string, string>>,
): Promise<Row[]> {
  const giftline = await startGiftline(settings);
  await warm(giftline);
  const rows: Row[] = [];
  for (const rate of rates) {
    const texts = prepare(giftline.target, 1 + rate * 10_000, rate * seconds);
    const figures = await steady(giftline.target, texts, rate);
    rows.push({ what: `${rate} texts/s (${queue})`, ...figures, MiB: giftline.memory() });
    await pause(1000);
  }
  rows.push(await saturated(giftline, `saturated (${queue})`, seconds));
  await giftline.stop();
  return rows;
}

/** A process that only serves, while another works. */
async function benchApart(
  { queue, seconds }: Options,
  settings: Readonly<Record<string, string>>,
): Promise<Row[]> {
  const web = await startGiftline({ ...settings, ROLE: "web" });
  const worker = await startGiftline({ ...settings, ROLE: "worker" });
  await warm(web);
  const row = await saturated(web, `saturated, web apart from worker (${queue})`, seconds);
  await worker.stop();
  await web.stop();
  return [row];
}

async function warm({ target }: Process): Promise<void> {
  await saturate(target, prepare(target, 9_000_000, 2000), AT_ONCE, 4);
}

async function saturated(giftline: Process, what: string, seconds: number): Promise<Row> {
  const texts = prepare(giftline.target, 20_000_000 + Math.floor(Math.random() * 1_000_000), 2000 * seconds);
  const figures = await saturate(giftline.target, texts, AT_ONCE, seconds);
  return { what, ...figures, MiB: giftline.memory() };
}

async function benchCeiling({ queue, seconds }: Options, databaseUrl: string): Promise<Row> {
  const ceiling = await start("scripts/bench/texts/ceiling-server.ts", ({ port, publicUrl }) => ({
    CEILING_DATABASE: databaseUrl,
    CEILING_PORT: String(port),
    CEILING_TOKEN: TOKEN,
    CEILING_URL: publicUrl,
  }));
  const { target } = ceiling;
  await saturate(target, prepare(target, 8_000_000, 3000), AT_ONCE, 3);
  const lasting = Math.min(CEILING_SECONDS, seconds);
  const full = await saturate(target, prepare(target, 5_000_000, 6000 * lasting), AT_ONCE, lasting);
  await ceiling.stop();
  return { what: `ceiling: signature and one durable INSERT (${queue})`, ...full };
}
