import type { Row, Span } from "#kiosk/days/list.ts";
import type { Language } from "#server/domain/language.ts";
import { dayOf, midnightOf, plusDays } from "#server/domain/wall-clock.ts";
import type { Context } from "../../context.ts";
import { openGatherings } from "../../store/gatherings.ts";
import { shownClock } from "../organize/times.ts";
import { shownWhen } from "./when.ts";

/** From so many days after today, for so many days. */
const DAYS = {
  today: [0, 1],
  tomorrow: [1, 1],
  week: [0, 7],
} as const satisfies Record<Span, readonly [from: number, count: number]>;

const LONG_AGO = new Date(0);
/** More than anybody pages through. */
const MOST = 120;

/** What is on for everybody in these days; today, also what began before midnight and goes on. */
export async function rowsOf(ctx: Context, language: Language, span: Span): Promise<readonly Row[]> {
  const [first, count] = DAYS[span];
  const now = ctx.now();
  const from = first === 0 ? LONG_AGO : dayStart(ctx, first);
  const found = await openGatherings(ctx.db, { from, to: dayStart(ctx, first + count), now, most: MOST });
  return found.map(({ id, title, place, startsAt, cancelledAt, group }) => ({
    id,
    when: span === "week" ? shownWhen(ctx, language, startsAt) : shownClock(ctx, startsAt),
    title,
    place,
    group: group?.name ?? null,
    isCancelled: cancelledAt !== null,
    isNow: cancelledAt === null && startsAt <= now,
  }));
}

/** The midnight that begins the first of these days. */
export function firstOf(ctx: Context, span: Span): Date {
  return dayStart(ctx, DAYS[span][0]);
}

function dayStart(ctx: Context, later: number): Date {
  const { timeZone } = ctx.config;
  return midnightOf(plusDays(dayOf(ctx.now(), timeZone), later), timeZone);
}
