import { reminderAt } from "#server/domain/gathering.ts";
import type { Saying } from "#sms/messages/saying.ts";
import type { Context } from "../context.ts";
import { countEdition, type GatheringFacts, gatheringFacts } from "../store/gatherings.ts";
import { dropReminders } from "../store/reminders.ts";
import { peopleTold } from "../store/told.ts";
import { remindThese } from "./remind-gathering.ts";
import { stopBroadcastsAbout } from "./stop-broadcasts-about.ts";
import { textMany } from "./text-many.ts";

/** What happened to a gathering; `was`: when it was to start before it got another time or place. */
export type GatheringChange =
  | { readonly kind: "moved"; readonly was: Date }
  | { readonly kind: "cancelled" }
  | { readonly kind: "restored" };

/**
 * For whoever changed a gathering, after the change and in the same transaction: exactly those who were told of it
 * before hear of it, once a call. Returns how many. What has begun is told to nobody. What was still to leave and does
 * not hold any more is dropped first.
 */
export async function tellOfChange(
  ctx: Context,
  gatheringId: number,
  change: GatheringChange,
): Promise<number> {
  const gathering = await gatheringFacts(ctx.db, gatheringId);
  if (!gathering) return 0;
  const unaware = await dropReminders(ctx.db, gatheringId, ctx.now());
  if (change.kind === "cancelled") await stopBroadcastsAbout(ctx, gathering);
  if (gathering.startsAt <= ctx.now()) return 0;
  const told = await peopleTold(ctx.db, gatheringId);
  await countEdition(ctx.db, gatheringId);
  const saying = sayingOf(gathering, change);
  const reached = await textMany(ctx, { to: told, kind: "notice", saying, notAfter: gathering.startsAt });
  if (change.kind !== "cancelled") await remindAnew(ctx, gathering, unaware);
  return reached.length;
}

/** Their reminder named the old time or place, and the hour for reminding of the new one has passed. */
async function remindAnew(
  ctx: Context,
  gathering: GatheringFacts,
  members: readonly number[],
): Promise<void> {
  const { quietHours, timeZone } = ctx.config;
  if (reminderAt(gathering.startsAt, quietHours, timeZone) > ctx.now()) return;
  await remindThese(ctx, gathering, { wished: [], members });
}

function sayingOf({ title, place, startsAt }: GatheringFacts, change: GatheringChange): Saying {
  switch (change.kind) {
    case "moved":
      return { key: "gatheringMoved", title, place, startsAt, was: change.was };
    case "cancelled":
      return { key: "gatheringCancelled", title, startsAt };
    case "restored":
      return { key: "gatheringRestored", title, place, startsAt };
    default:
      return change satisfies never;
  }
}
