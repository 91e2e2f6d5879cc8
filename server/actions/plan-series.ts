import { datesBetween, nextDate } from "#server/domain/recurrence.ts";
import type { Context } from "../context.ts";
import { addGatherings, changeGathering, isSeriesOpen } from "../store/gathering-edits.ts";
import { addJob, moveJobs } from "../store/outbox.ts";
import { addSeries, lockSeries, type SeriesWords, setPlannedTo } from "../store/series.ts";
import { announcePlanned } from "./announce-change.ts";

const DAY_MS = 24 * 3_600_000;
const AHEAD_MS = 14 * DAY_MS;

/** Job: plans the dates of a series two weeks ahead. Returns when to look again, null when there are no more. */
export async function planSeries(ctx: Context, seriesId: number): Promise<Date | null> {
  const series = await lockSeries(ctx.db, seriesId);
  if (!series || series.closedAt) return null;
  const to = planEnd(ctx, series);
  if (to > series.plannedTo) {
    await addDates(
      ctx,
      series,
      datesIn(ctx, series, series.plannedTo, to),
      await isSeriesOpen(ctx.db, seriesId),
    );
    await setPlannedTo(ctx.db, seriesId, to);
  }
  return nextDate(series, to, ctx.config.timeZone) && tomorrow(ctx);
}

/** A new series with its first dates, as part of the caller's transaction; `firstId`: a gathering that is the first. */
export async function startSeries(
  ctx: Context,
  words: SeriesWords,
  open: boolean,
  firstId: number | null = null,
): Promise<void> {
  const to = planEnd(ctx, words);
  const series = await addSeries(ctx.db, words, to);
  if (firstId !== null) await changeGathering(ctx.db, firstId, { seriesId: series.id });
  await addDates(ctx, series, datesIn(ctx, words, ctx.now(), to), open);
  await planAgain(ctx, series.id);
}

/** Adds dates of a series as gatherings of their own. */
export async function addDates(
  ctx: Context,
  { id, groupId, format, title, place, notes, minutes }: SeriesWords & { readonly id: number },
  dates: readonly Date[],
  open: boolean,
): Promise<void> {
  const row = { seriesId: id, groupId, format, title, place, notes, open };
  const rows = dates.map((startsAt) => ({ ...row, startsAt, endsAt: endOf(startsAt, minutes) }));
  await announcePlanned(ctx, await addGatherings(ctx.db, rows, ctx.now()));
}

/** From tomorrow on the series is looked at daily. */
export async function planAgain(ctx: Context, seriesId: number): Promise<void> {
  const moved = await moveJobs(ctx.db, "plan-series", seriesId, tomorrow(ctx));
  if (moved === 0) await addJob(ctx.db, "plan-series", seriesId, tomorrow(ctx));
}

/** Two weeks ahead, or further, to the one date that comes next. */
export function planEnd(ctx: Context, series: Pick<SeriesWords, "rule" | "startsAt">): Date {
  const next = nextDate(series, ctx.now(), ctx.config.timeZone);
  return new Date(Math.max(ctx.now().getTime() + AHEAD_MS, next ? next.getTime() + 1 : 0));
}

export function endOf(startsAt: Date, minutes: number): Date {
  return new Date(startsAt.getTime() + minutes * 60_000);
}

/** What has begun is not planned any more. */
function datesIn(ctx: Context, series: Pick<SeriesWords, "rule" | "startsAt">, from: Date, to: Date) {
  const now = ctx.now();
  const dates = datesBetween(series, from < now ? now : from, to, ctx.config.timeZone);
  return dates.filter((date) => date > now);
}

function tomorrow(ctx: Context): Date {
  return new Date(ctx.now().getTime() + DAY_MS);
}
