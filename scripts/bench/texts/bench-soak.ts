import { startDatabase } from "./database.ts";
import { prepare, steady } from "./load.ts";
import { startGiftline } from "./processes.ts";

const RATE = 50;
const STEP_SECONDS = 60;

type Row = { what: string; p95: number; failed: number; web: number | null; worker: number | null };

/** Fifty texts a second for as long as one likes, on a web and a worker process: whether their memory, in MiB, and their speed stay as they are. */
export async function benchSoak(options: { folder: string; seconds: number }): Promise<Row[]> {
  const database = await startDatabase(options.folder);
  const { settings } = database;
  const web = await startGiftline({ ...settings, ROLE: "web" });
  const worker = await startGiftline({ ...settings, ROLE: "worker" });
  const rows: Row[] = [{ what: "started", p95: 0, failed: 0, web: web.memory(), worker: worker.memory() }];
  for (let second = 0; second < options.seconds; second += STEP_SECONDS) {
    const length = Math.min(STEP_SECONDS, options.seconds - second);
    const texts = prepare(web.target, 1_000_000 + second * RATE, length * RATE);
    const { p95, failed } = await steady(web.target, texts, RATE);
    rows.push({
      what: `after ${second + length} s at ${RATE}/s`,
      p95,
      failed,
      web: web.memory(),
      worker: worker.memory(),
    });
  }
  await worker.stop();
  await web.stop();
  await database.stop();
  return rows;
}
