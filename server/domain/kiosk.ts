const MINUTE = 60_000;
/** A screen waits so long to be let, and at most so many wait at a time: strangers cannot fill the list. */
export const PAIR_MS = 15 * MINUTE;
export const MOST_WAITING = 20;
/** How long a touch on the PIN opens the staff corner. */
export const STAFF_MS = 10 * MINUTE;
/** A screen tells that it lives every 5 s; it is written down no more often than this. */
export const PULSE_MS = 10_000;

const MOST_NAME = 30;
/** From a wall of screens to the finest phone. */
const PIXELS_PER_MM = { least: 1.5, most: 20 };

/** The six digits of a screen that waits, however they are typed; null when they are none. */
export function readPairCode(typed: string): string | null {
  const digits = typed.replace(/[\s-]/g, "");
  return /^\d{6}$/.test(digits) ? digits : null;
}

/** As they are shown: "482 913". */
export function spokenPairCode(code: string): string {
  return `${code.slice(0, 3)} ${code.slice(3)}`;
}

export function readPin(typed: string): string | null {
  return /^\d{4,8}$/.test(typed) ? typed : null;
}

export function readKioskName(typed: string): string | null {
  const name = typed.replace(/\p{Cc}/gu, " ").trim();
  return name !== "" && name.length <= MOST_NAME ? name : null;
}

/** To a hundredth; null when no screen is like that. */
export function readPixelsPerMm(typed: number): number | null {
  const size = Math.round(typed * 100) / 100;
  return size >= PIXELS_PER_MM.least && size <= PIXELS_PER_MM.most ? size : null;
}

/** Whole seconds since then, as of a screen that last spoke; null when it never did. */
export function secondsSince(then: Date | null, now: Date): number | null {
  return then && Math.max(0, Math.round((now.getTime() - then.getTime()) / 1000));
}
