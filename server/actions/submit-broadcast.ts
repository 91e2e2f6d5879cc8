import type { Actor } from "#server/domain/role.ts";
import type { Context } from "../context.ts";
import { lockBroadcast, moveBroadcast } from "../store/broadcasts.ts";
import { askToRelease } from "./ask-release.ts";
import { audit } from "./audit.ts";
import { type BroadcastCost, costBroadcast } from "./cost-broadcast.ts";

export type Submitted = {
  readonly cost: BroadcastCost;
  /** How many other organizers were asked to release it. */
  readonly asked: number;
};

/** Puts a draft before the other organizers: any one of them may release it. Null when it is no draft any more, or not theirs. */
export async function submitBroadcast(ctx: Context, by: Actor, id: number): Promise<Submitted | null> {
  return ctx.inTransaction(async (ctx) => {
    const broadcast = await lockBroadcast(ctx.db, id);
    // Another one who put it before the organizers could be the one who releases it.
    if (broadcast?.createdById !== by.personId || !(await moveBroadcast(ctx.db, id, "submit"))) return null;
    const cost = await costBroadcast(ctx, broadcast);
    const asked = await askToRelease(ctx, broadcast, cost);
    await audit(ctx, by, "ask to release broadcast", `no. ${id}`);
    return { cost, asked };
  });
}
