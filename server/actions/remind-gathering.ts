import { reminderAt } from "#server/domain/gathering.ts";
import { quietUntil } from "#server/domain/quiet-hours.ts";
import type { Context } from "../context.ts";
import { lockGathering } from "../store/gathering-edits.ts";
import { type GatheringFacts, gatheringFacts } from "../store/gatherings.ts";
import { noteToldThese, peopleToRemind } from "../store/told.ts";
import { textMany } from "./text-many.ts";

/**
 * Job: before a gathering starts, texts everybody who asked for that and everybody in its group, and notes that they
 * know of it. Returns when to look again, for one that has moved meanwhile.
 */
export async function remindGathering(ctx: Context, gatheringId: number): Promise<Date | null> {
  await lockGathering(ctx.db, gatheringId);
  const gathering = await gatheringFacts(ctx.db, gatheringId);
  const now = ctx.now();
  if (!gathering || gathering.cancelledAt || gathering.startsAt <= now) return null;
  const { quietHours, timeZone } = ctx.config;
  const due = reminderAt(gathering.startsAt, quietHours, timeZone);
  if (now < due) return due;
  const morning = quietUntil(quietHours, now, timeZone);
  if (morning) return morning < gathering.startsAt ? morning : null;
  await remindThese(ctx, gathering, await peopleToRemind(ctx.db, gatheringId));
  return null;
}

/** Texts the reminder to these people, who know of the gathering by it. Its row is locked by the caller. */
export async function remindThese(
  ctx: Context,
  { id: gatheringId, title, place, startsAt, group }: GatheringFacts,
  { wished, members }: { readonly wished: readonly number[]; readonly members: readonly number[] },
): Promise<void> {
  const facts = { key: "reminder", title, place, startsAt } as const;
  const reminder = { kind: "reminder", gatheringId, notAfter: startsAt } as const;
  const reached = [
    ...(await textMany(ctx, { ...reminder, to: wished, saying: { ...facts, group: null } })),
    ...(await textMany(ctx, {
      ...reminder,
      to: members,
      saying: { ...facts, group: group?.number ?? null },
    })),
  ];
  await noteToldThese(ctx.db, gatheringId, reached, ctx.now());
}
