import { setTimeout as pause } from "node:timers/promises";

/** Waits for a condition, not for a time; fails by its name. */
export async function until(
  what: string,
  holds: () => Promise<boolean> | boolean,
  withinMs = 15_000,
): Promise<void> {
  const deadline = performance.now() + withinMs;
  while (!(await holds())) {
    if (performance.now() > deadline) throw new Error(`Waited ${withinMs} ms in vain until ${what}.`);
    await pause(10);
  }
}
