const HOUR = 3_600_000;
const DAY = 24 * HOUR;

export type PostTimes = {
  /** When nobody is asked about it any more. */
  readonly expiresAt: Date;
  /** When its owner is asked whether it still stands; null for a post with an end of its own. */
  readonly remindAt: Date | null;
};

/** A post's own end beats the camp's number of days; only posts without one are reminded, the day before. */
export function postTimes(now: Date, until: Date | null, expiryDays: number): PostTimes {
  if (until) return { expiresAt: until, remindAt: null };
  const expiresAt = new Date(now.getTime() + expiryDays * DAY);
  return { expiresAt, remindAt: expiryDays > 1 ? new Date(expiresAt.getTime() - DAY) : null };
}

/** A number is not used again for this long after what it meant has ended. */
export function numberFreeAt(endsAt: Date): Date {
  return new Date(endsAt.getTime() + 7 * DAY);
}
