import { type Actor, may } from "#server/domain/role.ts";
import type { Context } from "../context.ts";
import { allBroadcasts, type BroadcastRow, broadcastsTo } from "../store/broadcasts.ts";

/** The newest broadcasts of those to whose audience this person may write. */
export async function listBroadcasts(
  ctx: Context,
  by: Actor,
  most: number,
): Promise<readonly BroadcastRow[]> {
  if (may(by, "broadcast")) return allBroadcasts(ctx.db, most);
  const groupIds = by.roles.flatMap(({ groupId }) =>
    groupId !== null && may(by, "broadcast", groupId) ? [groupId] : [],
  );
  return broadcastsTo(ctx.db, groupIds, most);
}
