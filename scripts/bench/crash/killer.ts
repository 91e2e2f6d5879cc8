import { setTimeout as pause } from "node:timers/promises";
import { type Program, startProgram } from "#test/support/program.ts";

export type Killer = {
  readonly kills: number;
  /** From each start to ready, in ms, where it lived so long. */
  readonly startsMs: readonly number[];
  stop(): Promise<number | null>;
};

/** Runs the program and kills it at random moments of `seconds`, starting it again at once; leaves it running. */
export async function keepKilling(
  env: Record<string, string>,
  plan: { readonly kills: number; readonly seconds: number; begin(): void },
): Promise<Killer> {
  const startsMs: number[] = [];
  const start = (): Program => {
    const program = startProgram(env);
    // Killed before it is ready: no figure.
    program.ready().then(
      (ms) => startsMs.push(ms),
      () => undefined,
    );
    return program;
  };
  let program = startProgram(env);
  await program.ready();
  plan.begin();
  const began = performance.now();
  const untilSecond = (second: number) => pause(Math.max(0, began + second * 1000 - performance.now()));
  const moments = Array.from({ length: plan.kills }, () => 1 + Math.random() * (plan.seconds - 2));
  for (const moment of moments.sort((one, other) => one - other)) {
    await untilSecond(moment);
    await program.kill();
    program = start();
  }
  await untilSecond(plan.seconds);
  await program.ready();
  return { kills: plan.kills, startsMs, stop: () => program.stop() };
}
