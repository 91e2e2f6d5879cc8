import { dayOf } from "#server/domain/wall-clock.ts";

/** A date of a series that stands as it was planned. */
export type StandingDate = { readonly id: number; readonly startsAt: Date };

export type SeriesEdit = {
  /** Dates that stay, with the moment that they have from now on. */
  readonly keep: readonly StandingDate[];
  /** Ids of dates that fall out. */
  readonly drop: readonly number[];
  readonly add: readonly Date[];
};

const DAY_MS = 24 * 3_600_000;
/** A date may move to a day so near, before it counts as fallen out. */
const NEAR_MS = 3 * DAY_MS;

/**
 * What becomes of the planned dates of a series when its rule changes to have `dates`. A date keeps its day, else it
 * moves to a free one nearby: who knows of it hears that it moved. On the days in `held` (a date was cancelled there,
 * or moved away by itself) nothing new is planned.
 */
export function editSeries(
  standing: readonly StandingDate[],
  dates: readonly Date[],
  held: ReadonlySet<string>,
  timeZone: string,
): SeriesEdit {
  const onDay = new Map(standing.map((each) => [dayOf(each.startsAt, timeZone), each]));
  const same = dates.flatMap((startsAt) => {
    const found = onDay.get(dayOf(startsAt, timeZone));
    return found ? [{ id: found.id, startsAt }] : [];
  });
  const kept = new Set(same.map(({ id }) => id));
  const free = dates.filter((date) => {
    const day = dayOf(date, timeZone);
    return !onDay.has(day) && !held.has(day);
  });
  const near: StandingDate[] = [];
  const drop: number[] = [];
  for (const { id, startsAt } of standing.filter((each) => !kept.has(each.id))) {
    const at = nearest(free, startsAt);
    const [date] = at === -1 ? [] : free.splice(at, 1);
    if (date) near.push({ id, startsAt: date });
    else drop.push(id);
  }
  return { keep: [...same, ...near], drop, add: free };
}

function nearest(dates: readonly Date[], to: Date): number {
  const away = dates.map((date) => Math.abs(date.getTime() - to.getTime()));
  const least = Math.min(...away);
  return least <= NEAR_MS ? away.indexOf(least) : -1;
}
