import type { Actor } from "#server/domain/role.ts";
import type { Context } from "../context.ts";
import { type BroadcastRow, broadcastOf } from "../store/broadcasts.ts";
import { mayWrite } from "./may-write.ts";

/** A broadcast, for whoever may write to its audience; null for all others, as if there was none. */
export async function viewBroadcast(ctx: Context, by: Actor, id: number): Promise<BroadcastRow | null> {
  const row = await broadcastOf(ctx.db, id);
  return row && (await mayWrite(ctx, by, row.audience)) ? row : null;
}
