import { reminderAt } from "#server/domain/gathering.ts";
import type { Context } from "../context.ts";
import { lockGathering } from "../store/gathering-edits.ts";
import { gatheringFor, type ShownGathering } from "../store/gatherings.ts";
import { wishOf, wishReminder } from "../store/told.ts";
import { planReminder } from "./plan-reminder.ts";
import { answer, type Outcome, type Visit } from "./visit.ts";

/** A gathering's details; 1 asks for a reminder. Looking alone sets nothing off. */
export async function showGathering(ctx: Context, visit: Visit, id: number): Promise<Outcome> {
  const gathering = await stillOn(ctx, visit, id);
  if (!gathering) return answer({ key: "gatheringGone" }, null);
  const { title, place, startsAt, endsAt, notes } = gathering;
  const wish = await wishOf(ctx.db, id, visit.personId);
  const reminder = remindsAt(ctx, startsAt) === null ? "late" : wish?.remind ? "set" : "open";
  return answer(
    { key: "gatheringDetails", title, place, startsAt, endsAt, notes, reminder },
    { kind: "gathering", gathering: id },
  );
}

/** 1 after the details: a text before it starts where there is time for one, and whenever it moves or falls out. */
export async function askReminder(ctx: Context, visit: Visit, id: number): Promise<Outcome> {
  await lockGathering(ctx.db, id);
  const gathering = await stillOn(ctx, visit, id);
  if (!gathering) return answer({ key: "gatheringGone" }, null);
  await wishReminder(ctx.db, id, visit.personId, ctx.now());
  const { title, place, startsAt } = gathering;
  const at = remindsAt(ctx, startsAt);
  if (at === null) return answer({ key: "reminderLate", title, place, startsAt }, null);
  await planReminder(ctx, id);
  return answer({ key: "reminderSet", title, place, startsAt, at }, null);
}

async function stillOn(ctx: Context, visit: Visit, id: number): Promise<ShownGathering | null> {
  const gathering = await gatheringFor(ctx.db, visit.personId, id);
  return gathering && !gathering.cancelledAt && gathering.endsAt > ctx.now() ? gathering : null;
}

/** When they would be reminded; null when that time has passed. */
function remindsAt(ctx: Context, startsAt: Date): Date | null {
  const at = reminderAt(startsAt, ctx.config.quietHours, ctx.config.timeZone);
  return at > ctx.now() ? at : null;
}
