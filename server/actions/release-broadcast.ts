import { type ReleaseRefusal, refusalOfRelease, startOf } from "#server/domain/broadcast.ts";
import { quietUntil } from "#server/domain/quiet-hours.ts";
import type { Actor } from "#server/domain/role.ts";
import type { Context } from "../context.ts";
import { type BroadcastRow, lockBroadcast, moveBroadcast } from "../store/broadcasts.ts";
import { addJob } from "../store/outbox.ts";
import { openQuestion } from "../store/people.ts";
import { audit } from "./audit.ts";
import { type BroadcastCost, costBroadcast } from "./cost-broadcast.ts";
import { countAllCamp } from "./count-all-camp.ts";
import { sendText } from "./send-text.ts";
import { areOneHand } from "./who-may-release.ts";

export type ReleaseOutcome =
  | { readonly ok: true; readonly cost: BroadcastCost; readonly startsAt: Date }
  | { readonly ok: false; readonly refusal: ReleaseRefusal };

/** The second organizer's word: it goes 20 seconds later, or when it is scheduled for. */
export async function releaseBroadcast(ctx: Context, by: Actor, id: number): Promise<ReleaseOutcome> {
  return ctx.inTransaction(async (ctx) => {
    const broadcast = await lockBroadcast(ctx.db, id);
    if (!broadcast) return { ok: false, refusal: "not-waiting" };
    const cost = await costBroadcast(ctx, broadcast);
    const startsAt = startTime(ctx, broadcast);
    const facts = {
      oneHand: await areOneHand(ctx, broadcast.createdById, by.personId),
      people: cost.people,
      startsAt,
      notAfter: broadcast.notAfter,
      allCampToday: await countAllCamp(ctx, id, startsAt),
    };
    const refusal = refusalOfRelease(broadcast, by, facts);
    if (refusal !== null) return { ok: false, refusal };
    const release = { releasedById: by.personId, releasedBy: by.name, releasedAt: ctx.now(), startsAt };
    await moveBroadcast(ctx.db, id, "release", release);
    await addJob(ctx.db, "start-broadcast", id, startsAt);
    await audit(ctx, by, "release broadcast", `no. ${id}`);
    await tellWriter(ctx, broadcast, by, cost, startsAt);
    return { ok: true, cost, startsAt };
  });
}

function startTime(ctx: Context, { scheduledAt, notAfter, urgent }: BroadcastRow): Date {
  const { quietHours, timeZone } = ctx.config;
  return startOf({
    now: ctx.now(),
    scheduledAt,
    notAfter,
    urgent,
    quietUntil: (at) => quietUntil(quietHours, at, timeZone),
  });
}

async function tellWriter(
  ctx: Context,
  { id, createdById }: BroadcastRow,
  by: Actor,
  cost: BroadcastCost,
  startsAt: Date,
): Promise<void> {
  await sendText(ctx, {
    to: createdById,
    kind: "answer",
    saying: { key: "castReleasedBy", by: by.name, people: cost.people, startsAt },
  });
  // The text says that 9 stops it, and twenty seconds are too few to wait until another menu is closed.
  await openQuestion(ctx.db, createdById, { kind: "undo", broadcast: id }, ctx.now());
}
