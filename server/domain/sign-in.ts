const MINUTE = 60_000;

/** A code by text lives ten minutes, a link from the command line a day, a browser twelve hours. */
export const CODE_MS = 10 * MINUTE;
export const LINK_MS = 24 * 60 * MINUTE;
export const SESSION_MS = 12 * 60 * MINUTE;

/** After so many wrong guesses a code is worth nothing. */
const MOST_MISSES = 5;
/** Codes for one person within `RECENT_MS`. */
const MOST_CODES = 3;
export const RECENT_MS = 15 * MINUTE;
/** Codes for one person a day: more would be somebody else's doing, and cost. */
const MOST_CODES_A_DAY = 12;
export const CODES_DAY_MS = 24 * 60 * MINUTE;

export function mayGetCode({ recent, today }: { recent: number; today: number }): boolean {
  return recent < MOST_CODES && today < MOST_CODES_A_DAY;
}

export type SignInState = {
  readonly misses: number;
  readonly expiresAt: Date;
  readonly usedAt: Date | null;
};

/** Whether a guess at this code or link counts at all. */
export function isLive({ misses, expiresAt, usedAt }: SignInState, now: Date): boolean {
  return usedAt === null && misses < MOST_MISSES && now < expiresAt;
}
