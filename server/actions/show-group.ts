import { isAsleep } from "#server/domain/group.ts";
import type { Context } from "../context.ts";
import { groupsFor, type ShownGroup } from "../store/groups.ts";
import { answer, type Outcome, type Visit } from "./visit.ts";

/** What a group does, when next, where and who to ask; 1 joins it. */
export function showGroup(ctx: Context, group: ShownGroup): Outcome {
  const { id, number, name, about, interests, place, contact, next, activeAt } = group;
  const asleep = isAsleep({ activeAt, hasNext: next !== null }, ctx.now());
  const entry = group.joined ? "joined" : group.open ? "open" : "closed";
  const words = { number, name, about: about || interests, place: next?.place ?? place, contact };
  return answer({ key: "groupDetails", ...words, next, asleep, entry }, { kind: "group", group: id });
}

/** The same for one that was listed a moment ago. */
export async function showListedGroup(ctx: Context, visit: Visit, id: number): Promise<Outcome> {
  const group = await findGroup(ctx, visit, id);
  return group ? showGroup(ctx, group) : answer({ key: "groupUnknown", number: null }, null);
}

/** A group that is still there, as this person may see it. */
export async function findGroup(ctx: Context, visit: Visit, id: number): Promise<ShownGroup | undefined> {
  const groups = await groupsFor(ctx.db, visit.personId, ctx.now());
  return groups.find((group) => group.id === id);
}
