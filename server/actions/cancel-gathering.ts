import type { AuditAct } from "#server/domain/audit-act.ts";
import { type Actor, may } from "#server/domain/role.ts";
import type { Context } from "../context.ts";
import { lockGathering, markCancelled, unmarkCancelled } from "../store/gathering-edits.ts";
import { touchGroup } from "../store/group-edits.ts";
import { announceChange } from "./announce-change.ts";
import { audit } from "./audit.ts";
import { endSeriesDates } from "./change-series.ts";
import type { Edited } from "./edit-group.ts";

/** `series`: all dates that are still ahead, and it comes no more. */
export type CancelStep = "cancel" | "restore" | "series";

/** Cancels a gathering, brings it back, or ends its series. Who knows of it is told, once a change. */
export async function cancelGathering(
  ctx: Context,
  actor: Actor,
  { id, step }: { id: number; step: CancelStep },
): Promise<Edited> {
  return ctx.inTransaction(async (ctx) => {
    const stood = await lockGathering(ctx.db, id);
    if (!stood) return { ok: false, refusal: "gone" };
    if (!may(actor, "edit-gatherings", stood.groupId)) return { ok: false, refusal: "not-yours" };
    const isDone = await take(ctx, step, stood);
    if (!isDone) return { ok: false, refusal: "gone" };
    if (stood.groupId !== null) await touchGroup(ctx.db, stood.groupId, ctx.now());
    await audit(ctx, actor, ACTS[step], stood.title);
    return { ok: true };
  });
}

const ACTS: Readonly<Record<CancelStep, AuditAct>> = {
  cancel: "cancel gathering",
  restore: "restore gathering",
  series: "end series",
};

async function take(
  ctx: Context,
  step: CancelStep,
  { id, seriesId }: { id: number; seriesId: number | null },
): Promise<boolean> {
  switch (step) {
    case "cancel": {
      const cancelled = await markCancelled(ctx.db, id, ctx.now());
      if (cancelled) await announceChange(ctx, id, { kind: "cancelled" });
      return cancelled;
    }
    case "restore": {
      const restored = await unmarkCancelled(ctx.db, id, ctx.now());
      if (restored) await announceChange(ctx, id, { kind: "restored" });
      return restored;
    }
    case "series":
      if (seriesId === null) return false;
      await endSeriesDates(ctx, seriesId, null);
      return true;
    default:
      return step satisfies never;
  }
}
