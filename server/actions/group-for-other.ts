import type { Actor } from "#server/domain/role.ts";
import type { Context } from "../context.ts";
import { dropUnwanted } from "../store/broadcasts.ts";
import { addMember, dropMember, groupsFor } from "../store/groups.ts";
import { tentPeople } from "../store/tent.ts";
import { audit } from "./audit.ts";

type Which = { readonly personId: number; readonly groupId: number };

/** Into a group, to hear of it at the tent or on the phone that they share. A group that is closed to newcomers is so here too. */
export async function joinForOther(
  ctx: Context,
  actor: Actor,
  { personId, groupId }: Which,
): Promise<"joined" | "notJoined" | "notOpen"> {
  return ctx.inTransaction(async (ctx) => {
    const [person] = await tentPeople(ctx.db, personId);
    const groups = person ? await groupsFor(ctx.db, personId, ctx.now()) : [];
    const group = groups.find(({ id }) => id === groupId);
    if (!group || group.joined) return "notJoined";
    if (!group.open) return "notOpen";
    if (!(await addMember(ctx.db, groupId, personId, ctx.now()))) return "notJoined";
    await audit(ctx, actor, "join for somebody", `person ${personId}, group ${groupId}`);
    return "joined";
  });
}

/** Out of a group: nothing of it comes for them any more. False: they were not in it. */
export async function leaveForOther(
  ctx: Context,
  actor: Actor,
  { personId, groupId }: Which,
): Promise<boolean> {
  return ctx.inTransaction(async (ctx) => {
    const [person] = await tentPeople(ctx.db, personId);
    if (!person || !(await dropMember(ctx.db, groupId, personId))) return false;
    await dropUnwanted(ctx.db, personId, ctx.now());
    await audit(ctx, actor, "leave for somebody", `person ${personId}, group ${groupId}`);
    return true;
  });
}
