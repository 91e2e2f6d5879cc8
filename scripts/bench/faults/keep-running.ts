import { setTimeout as pause } from "node:timers/promises";
import type { Program } from "#test/support/program.ts";

/** As a unit with Restart=always would. */
const RESTART_MS = 200;
/** What the program says once it serves and works. */
const UP = "Giftline is up";

export type Kept = {
  /** Kills it (kill -9); it starts again once `back` has come. */
  kill(back: Promise<unknown>): Promise<void>;
  /** What it said last, each time that it ended by itself though it had been up. */
  readonly falls: readonly string[];
  stop(): Promise<number | null>;
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
        if (said.includes(UP)) falls.push(said.slice(-2_000));
        await pause(RESTART_MS);
      }
      while (away !== null) {
        const waited: Promise<unknown> = away;
        await waited;
        if (away === waited) away = null;
      }
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
      const code = await program.stop();
      await keeping;
      return code;
    },
  };
}
