import { datesBetween } from "#server/domain/recurrence.ts";
import { editSeries } from "#server/domain/series-edit.ts";
import { dayOf } from "#server/domain/wall-clock.ts";
import type { Context } from "../context.ts";
import { changeGathering, datesAhead, deleteUnknown, markCancelled } from "../store/gathering-edits.ts";
import { changeSeries, endSeries, lockSeries, type SeriesRow, type SeriesWords } from "../store/series.ts";
import { announceChange } from "./announce-change.ts";
import { addDates, endOf, planAgain, planEnd } from "./plan-series.ts";

type Ahead = Awaited<ReturnType<typeof datesAhead>>;

/**
 * Changes a series and, with it, its dates ahead that stand as planned; those that were cancelled or changed by
 * themselves stay as they are. Who knows of a date that moves or falls out is told, once.
 */
export async function changeSeriesDates(
  ctx: Context,
  seriesId: number,
  words: SeriesWords,
  open: boolean,
): Promise<void> {
  const before = await lockSeries(ctx.db, seriesId);
  if (!before || before.closedAt) return;
  const { timeZone } = ctx.config;
  const now = ctx.now();
  const ahead = await datesAhead(ctx.db, seriesId, now);
  const standing = ahead.filter(({ cancelledAt }) => cancelledAt === null);
  const to = planEnd(ctx, words);
  const dates = datesBetween(words, now, to, timeZone).filter((date) => date > now);
  const edit = editSeries(standing, dates, heldDays(ctx, before, ahead), timeZone);
  await changeSeries(ctx.db, seriesId, words, to);
  for (const { id, startsAt } of edit.keep) await keepDate(ctx, { id, startsAt }, { words, open, ahead });
  for (const id of edit.drop) await dropDate(ctx, id);
  await addDates(ctx, { ...words, id: seriesId }, edit.add, open);
  await planAgain(ctx, seriesId);
}

/** The series comes no more: its dates ahead fall out, but for `keepId`. */
export async function endSeriesDates(ctx: Context, seriesId: number, keepId: number | null): Promise<void> {
  const ended = await endSeries(ctx.db, seriesId, ctx.now());
  if (!ended) return;
  for (const { id, cancelledAt } of await datesAhead(ctx.db, seriesId, ctx.now()))
    if (id !== keepId && cancelledAt === null) await dropDate(ctx, id);
}

/** Days on which the series had a date that was cancelled, or moved away by itself. */
function heldDays(ctx: Context, before: SeriesRow, ahead: Ahead): ReadonlySet<string> {
  const { timeZone } = ctx.config;
  const day = (date: Date) => dayOf(date, timeZone);
  const standing = new Set(
    ahead.flatMap(({ startsAt, cancelledAt }) => (cancelledAt ? [] : [day(startsAt)])),
  );
  const cancelled = ahead.flatMap(({ startsAt, cancelledAt }) => (cancelledAt ? [day(startsAt)] : []));
  const planned = datesBetween(before, ctx.now(), before.plannedTo, timeZone).map(day);
  return new Set([...cancelled, ...planned.filter((each) => !standing.has(each))]);
}

async function keepDate(
  ctx: Context,
  { id, startsAt }: { id: number; startsAt: Date },
  { words, open, ahead }: { words: SeriesWords; open: boolean; ahead: Ahead },
): Promise<void> {
  const { groupId, format, title, place, notes, minutes } = words;
  const stood = ahead.find((each) => each.id === id);
  const row = { groupId, format, title, place, notes, open, startsAt, endsAt: endOf(startsAt, minutes) };
  await changeGathering(ctx.db, id, row);
  if (!stood) return;
  const hasMoved = stood.startsAt.getTime() !== startsAt.getTime() || stood.place !== place;
  if (hasMoved) await announceChange(ctx, id, { kind: "moved", was: stood.startsAt });
}

async function dropDate(ctx: Context, id: number): Promise<void> {
  if (await deleteUnknown(ctx.db, id)) return;
  if (await markCancelled(ctx.db, id, ctx.now())) await announceChange(ctx, id, { kind: "cancelled" });
}
