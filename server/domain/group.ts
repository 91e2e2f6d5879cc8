const ASLEEP_AFTER_MS = 3 * 24 * 3_600_000;

/** A group greys out when nothing was heard of it for days and nothing of it is coming. */
export function isAsleep(group: { readonly activeAt: Date; readonly hasNext: boolean }, now: Date): boolean {
  return !group.hasNext && now.getTime() - group.activeAt.getTime() > ASLEEP_AFTER_MS;
}
