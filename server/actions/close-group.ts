import { type Actor, may } from "#server/domain/role.ts";
import type { Context } from "../context.ts";
import { aheadOfGroup, markCancelled } from "../store/gathering-edits.ts";
import { endGroup, findGroup } from "../store/group-edits.ts";
import { seriesOfGroup } from "../store/series.ts";
import { announceChange } from "./announce-change.ts";
import { audit } from "./audit.ts";
import { endSeriesDates } from "./change-series.ts";
import type { Edited } from "./edit-group.ts";

/** Closes a group for good: what it had coming is cancelled, its number is never used again. Organizers alone do so. */
export async function closeGroup(ctx: Context, actor: Actor, id: number): Promise<Edited> {
  if (!may(actor, "edit-groups")) return { ok: false, refusal: "not-yours" };
  return ctx.inTransaction(async (ctx) => {
    const group = await findGroup(ctx.db, id);
    if (!group || !(await endGroup(ctx.db, id, ctx.now()))) return { ok: false, refusal: "gone" };
    for (const series of await seriesOfGroup(ctx.db, id)) await endSeriesDates(ctx, series.id, null);
    for (const gatheringId of await aheadOfGroup(ctx.db, id, ctx.now()))
      if (await markCancelled(ctx.db, gatheringId, ctx.now()))
        await announceChange(ctx, gatheringId, { kind: "cancelled" });
    await audit(ctx, actor, "close group", `${group.number} ${group.name}`);
    return { ok: true };
  });
}
