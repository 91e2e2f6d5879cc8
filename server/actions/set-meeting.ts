import type { GroupDraft, Meets } from "#server/domain/group-form.ts";
import { ruleOf } from "#server/domain/recurrence.ts";
import { clockOf, dayOf, readMoment } from "#server/domain/wall-clock.ts";
import type { Context } from "../context.ts";
import { isSeriesOpen } from "../store/gathering-edits.ts";
import { type SeriesRow, type SeriesWords, seriesOfGroup } from "../store/series.ts";
import { changeSeriesDates, endSeriesDates } from "./change-series.ts";
import { startSeries } from "./plan-series.ts";

/** Sets when a group regularly meets, as part of the caller's transaction; the same as before changes nothing. */
export async function setMeeting(ctx: Context, groupId: number, draft: GroupDraft): Promise<void> {
  const series = await meetingOf(ctx, groupId);
  const words = draft.meets && wordsOf(ctx, groupId, draft, draft.meets);
  if (!words) return series ? endSeriesDates(ctx, series.id, null) : undefined;
  if (!series) return startSeries(ctx, words, draft.open);
  const isSame = (await isSeriesOpen(ctx.db, series.id)) === draft.open && isAsBefore(ctx, series, words);
  if (!isSame) await changeSeriesDates(ctx, series.id, words, draft.open);
}

async function meetingOf(ctx: Context, groupId: number): Promise<SeriesRow | undefined> {
  const all = await seriesOfGroup(ctx.db, groupId);
  return all.find(({ regular }) => regular);
}

function wordsOf(
  ctx: Context,
  groupId: number,
  { name, place }: GroupDraft,
  meets: Meets,
): SeriesWords | null {
  const { timeZone } = ctx.config;
  const startsAt = readMoment(dayOf(ctx.now(), timeZone), meets.time, timeZone);
  if (!startsAt) return null;
  const rule = ruleOf({ kind: "weekly", days: meets.days, until: null });
  return {
    groupId,
    format: "meeting",
    title: name,
    place,
    notes: "",
    rule,
    startsAt,
    minutes: meets.minutes,
    regular: true,
  };
}

function isAsBefore(ctx: Context, before: SeriesRow, after: SeriesWords): boolean {
  const said = ({ rule, startsAt, minutes, title, place }: SeriesWords) =>
    [rule, clockOf(startsAt, ctx.config.timeZone), minutes, title, place].join("\n");
  return said(before) === said(after);
}
