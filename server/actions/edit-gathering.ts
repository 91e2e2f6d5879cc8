import type { GatheringDraft } from "#server/domain/gathering-form.ts";
import { nextDate, type Repeat, ruleOf } from "#server/domain/recurrence.ts";
import { type Actor, may } from "#server/domain/role.ts";
import { clockOf, dayOf, readMoment } from "#server/domain/wall-clock.ts";
import type { Context } from "../context.ts";
import {
  addGatherings,
  changeGathering,
  type GatheringRow,
  lockGathering,
} from "../store/gathering-edits.ts";
import { touchGroup } from "../store/group-edits.ts";
import type { SeriesWords } from "../store/series.ts";
import { announceChange, announcePlanned } from "./announce-change.ts";
import { audit } from "./audit.ts";
import { changeSeriesDates, endSeriesDates } from "./change-series.ts";
import type { Refused } from "./edit-group.ts";
import { endOf, startSeries } from "./plan-series.ts";

export type Planned = { readonly ok: true; readonly id: number | null } | Refused;
export type GatheringEdited =
  | { readonly ok: true }
  | Refused
  | { readonly ok: false; readonly refusal: "cancelled" };
/** This date alone, which then stands by itself, or all that are still ahead. */
export type EditScope = "one" | "all";
type Standing = NonNullable<Awaited<ReturnType<typeof lockGathering>>>;

/** A new gathering, or a series with its first dates. The id of one that stands alone. */
export async function createGathering(ctx: Context, actor: Actor, draft: GatheringDraft): Promise<Planned> {
  if (!may(actor, "edit-gatherings", draft.groupId)) return { ok: false, refusal: "not-yours" };
  return ctx.inTransaction(async (ctx) => {
    if (!(await isGroupThere(ctx, draft))) return { ok: false, refusal: "gone" };
    await audit(ctx, actor, draft.repeat ? "plan series" : "plan gathering", draft.title);
    if (draft.repeat) {
      await startSeries(ctx, seriesWords(draft, draft.repeat, draft.startsAt), draft.open);
      return { ok: true, id: null };
    }
    const ids = await addGatherings(ctx.db, [rowOf(draft, null)], ctx.now());
    await announcePlanned(ctx, ids);
    return { ok: true, id: ids[0] ?? null };
  });
}

/** Changes a gathering. Who knows of it is told when it starts elsewhere or at another time; of other changes nobody is. */
export async function editGathering(
  ctx: Context,
  actor: Actor,
  { id, draft, scope }: { id: number; draft: GatheringDraft; scope: EditScope },
): Promise<GatheringEdited> {
  return ctx.inTransaction(async (ctx) => {
    const stood = await lockGathering(ctx.db, id);
    if (!stood) return { ok: false, refusal: "gone" };
    if (!mayMove(actor, stood, draft)) return { ok: false, refusal: "not-yours" };
    if (stood.cancelledAt) return { ok: false, refusal: "cancelled" };
    if (!(await isGroupThere(ctx, draft))) return { ok: false, refusal: "gone" };
    const isAll = scope === "all" && stood.series !== null && stood.series.closedAt === null;
    if (isAll) await editAll(ctx, stood, draft);
    else await editOne(ctx, stood, draft);
    await audit(ctx, actor, isAll ? "edit series" : "edit gathering", draft.title);
    return { ok: true };
  });
}

/** From the group that it was of to the one that it is of: both are the actor's to edit. */
function mayMove(actor: Actor, stood: Standing, draft: GatheringDraft): boolean {
  return may(actor, "edit-gatherings", stood.groupId) && may(actor, "edit-gatherings", draft.groupId);
}

async function isGroupThere(ctx: Context, { groupId }: GatheringDraft): Promise<boolean> {
  return groupId === null || (await touchGroup(ctx.db, groupId, ctx.now())) !== null;
}

async function editAll(ctx: Context, stood: Standing, draft: GatheringDraft): Promise<void> {
  const { series, seriesId } = stood;
  if (!series || seriesId === null) return;
  if (!draft.repeat) {
    await endSeriesDates(ctx, seriesId, stood.id);
    return editOne(ctx, stood, draft);
  }
  const startsAt = seriesStart(ctx, { first: series.startsAt, stood: stood.startsAt, draft });
  const words = seriesWords(draft, draft.repeat, startsAt);
  // The form of the group that it comes to has a regular time of its own.
  const isMoved = draft.groupId !== stood.groupId;
  await changeSeriesDates(ctx, seriesId, isMoved ? { ...words, regular: false } : words, draft.open);
}

/** The series keeps its first day and takes the new time; moved at its first date, it begins anew there. */
function seriesStart(
  ctx: Context,
  { first, stood, draft }: { first: Date; stood: Date; draft: GatheringDraft },
): Date {
  if (first.getTime() === stood.getTime()) return draft.startsAt;
  const { timeZone } = ctx.config;
  return readMoment(dayOf(first, timeZone), clockOf(draft.startsAt, timeZone), timeZone) ?? draft.startsAt;
}

/** One that repeats from now on is the first date of its series; a date changed alone leaves its own. */
async function editOne(ctx: Context, stood: Standing, draft: GatheringDraft): Promise<void> {
  const repeat = stood.seriesId === null ? draft.repeat : null;
  await changeGathering(ctx.db, stood.id, rowOf(draft, null));
  if (repeat) await repeatFrom(ctx, stood.id, draft, repeat);
  const hasMoved = stood.startsAt.getTime() !== draft.startsAt.getTime() || stood.place !== draft.place;
  if (hasMoved) await announceChange(ctx, stood.id, { kind: "moved", was: stood.startsAt });
}

async function repeatFrom(ctx: Context, id: number, draft: GatheringDraft, repeat: Repeat): Promise<void> {
  const words = seriesWords(draft, repeat, draft.startsAt);
  const first = nextDate(words, draft.startsAt, ctx.config.timeZone);
  const isFirst = first?.getTime() === draft.startsAt.getTime();
  await startSeries(ctx, words, draft.open, isFirst ? id : null);
}

function rowOf(draft: GatheringDraft, seriesId: number | null): GatheringRow {
  const { minutes, repeat: _, ...words } = draft;
  return { ...words, seriesId, endsAt: endOf(draft.startsAt, minutes) };
}

function seriesWords(draft: GatheringDraft, repeat: Repeat, startsAt: Date): SeriesWords {
  const { groupId, format, title, place, notes, minutes } = draft;
  return { groupId, format, title, place, notes, minutes, startsAt, rule: ruleOf(repeat) };
}
