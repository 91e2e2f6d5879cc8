import { setTimeout as pause } from "node:timers/promises";
import type { Log } from "../log.ts";
import { hurryOverdue, latestMoment } from "../store/clock.ts";
import type { Db } from "../store/db.ts";
import { leaseDue, type Wake } from "../store/outbox.ts";
import { isJobName, JOBS, type JobName } from "./definitions.ts";
import type { Queues } from "./queues.ts";

const MOST_A_ROUND = 500;
/** Two machines' clocks may differ by this much without one having been set. */
const CLOCK_SLACK_MS = 5_000;
const LOOK_EVERY_MS = 1_000;
/** Under load, what is committed meanwhile shares the next round's jobs. */
const GATHER_MS = 10;

export type Pump = {
  /** Something was committed: look now instead of at the next tick. */
  poke(): void;
  stop(): Promise<void>;
};

/**
 * Hands what is due in the outbox to the queues. Runs in every process: whoever commits pokes its own; the tick
 * finds what a crashed process left, what became due by the clock, and what a queue lost.
 */
export function startPump(parts: { db: Db; queues: Queues; now: () => Date; log: Log }): Pump {
  let running: Promise<void> | null = null;
  let again = false;
  let stopped = false;
  const noticeClock = watchClock(parts);
  const round = async () => {
    do {
      again = false;
      await noticeClock();
      const count = await pumpOnce(parts);
      again ||= count === MOST_A_ROUND;
      if (again) await pause(GATHER_MS);
    } while (again && !stopped);
  };
  const poke = () => {
    again = true;
    if (running || stopped) return;
    running = round()
      .catch((err: unknown) => parts.log.error({ err }, "outbox"))
      .finally(() => {
        running = null;
        // What was committed after the last look and before this.
        if (again) poke();
      });
  };
  const tick = setInterval(poke, LOOK_EVERY_MS);
  poke();
  return {
    poke,
    async stop() {
      stopped = true;
      clearInterval(tick);
      await running;
    },
  };
}

/**
 * A clock that runs ahead and is set right (a machine without a battery, a mistaken zone) would leave what was due
 * in its hours waiting for them to come again. Also what an earlier process wrote with a clock that ran ahead.
 */
function watchClock({ db, now, log }: Parameters<typeof startPump>[0]): () => Promise<void> {
  let latest: number | null = null;
  return async () => {
    latest ??= (await latestMoment(db))?.getTime() ?? 0;
    const present = now();
    if (present.getTime() < latest - CLOCK_SLACK_MS) {
      await hurryOverdue(db, new Date(latest), present);
      log.warn({ secondsBack: Math.round((latest - present.getTime()) / 1000) }, "The clock was set back.");
      latest = present.getTime();
    }
    latest = Math.max(latest, present.getTime());
  };
}

async function pumpOnce({ db, queues, now, log }: Parameters<typeof startPump>[0]): Promise<number> {
  const wakes = await leaseDue(db, MOST_A_ROUND, now());
  const byName = Map.groupBy(wakes, (wake) => wake.name);
  for (const [name, rows] of byName) {
    if (isJobName(name)) await queues.add(JOBS[name].queue, jobsOf(name, rows));
    else log.error({ name }, "The outbox has a job that this version does not know.");
  }
  return wakes.length;
}

function jobsOf(name: JobName, wakes: readonly Wake[]) {
  const { most } = JOBS[name];
  const ids = wakes.map((wake) => wake.id).sort((a, b) => a - b);
  const parts = Array.from({ length: Math.ceil(ids.length / most) }, (_, i) =>
    ids.slice(i * most, (i + 1) * most),
  );
  return parts.map((part) => ({ name, data: { ids: part } }));
}
