import { setTimeout as pause } from "node:timers/promises";
import type { Program } from "#test/support/program.ts";

const LAST_WORDS = 2_000;
/** As a unit's TimeoutStopSec, generous for a machine that is busy with other things. */
const STOP_MS = 120_000;
/** As a unit with Restart=always would. */
const RESTART_MS = 200;
/** What the program says once it serves and works. */
const UP = "Giftline is up";

export type Kept = {
  /** Kills it (kill -9); it starts again once `back` has come. */
  kill(back: Promise<unknown>): Promise<void>;
  /** What it said last, each time that it ended by itself though it had been up. */
  readonly falls: readonly string[];
  /** Tells it to stop. Null: it did, well; else its exit code (null: killed in the end) and what it said last. */
  stop(): Promise<string | null>;
};

/** Starts a program and, whenever it ends, starts it again. */
export function keepRunning(start: () => Program): Kept {
  const falls: string[] = [];
  let program = start();
  let away: Promise<unknown> | null = null;
  let stopping = false;
  const keep = async () => {
    for (;;) {
      await program.ended;
      if (stopping) return;
      if (away === null) {
        const said = program.said();
        if (said.includes(UP)) falls.push(said.slice(-LAST_WORDS));
        await pause(RESTART_MS);
      }
      while (away !== null && !stopping) {
        const waited: Promise<unknown> = away;
        await waited;
        if (away === waited) away = null;
      }
      if (stopping) return;
      program = start();
    }
  };
  const keeping = keep();
  return {
    falls,
    async kill(back) {
      away = Promise.all([away, back]);
      await program.kill();
    },
    async stop() {
      stopping = true;
      const late = setTimeout(() => void program.kill(), STOP_MS);
      const code = await program.stop();
      clearTimeout(late);
      await keeping;
      return code === 0 ? null : `${code} ${program.said().slice(-LAST_WORDS)}`;
    },
  };
}
