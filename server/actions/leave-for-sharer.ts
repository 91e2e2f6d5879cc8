import type { Context } from "../context.ts";
import { dropUnwanted } from "../store/broadcasts.ts";
import { dropMember } from "../store/groups.ts";
import { receiverOf, sharersOf } from "../store/people.ts";
import { groupsOf } from "../store/tent.ts";
import { answer, type Outcome } from "./visit.ts";

/** LEAVE 2 from a phone whose owner is not in that group: out goes who shares it. Null: nobody of them is in it. */
export async function leaveForSharer(ctx: Context, ownerId: number, number: number): Promise<Outcome | null> {
  for (const sharer of await sharersOf(ctx.db, ownerId)) {
    const group = (await groupsOf(ctx.db, sharer)).find((each) => each.number === number);
    if (!group || !(await dropMember(ctx.db, group.id, sharer))) continue;
    await dropUnwanted(ctx.db, sharer, ctx.now());
    const receiver = await receiverOf(ctx.db, sharer);
    return { ...answer({ key: "groupLeft", name: group.name }), to: receiver?.handle ?? null };
  }
  return null;
}
