import type { Context } from "../context.ts";
import { addConsent } from "../store/consents.ts";
import { lockGathering } from "../store/gathering-edits.ts";
import { addMember, type ShownGroup } from "../store/groups.ts";
import { noteToldThese } from "../store/told.ts";
import { findGroup } from "./show-group.ts";
import { answer, type Outcome, type Visit } from "./visit.ts";

/** 1 after a group's details: in, with reminders of its meetings and its news. Who is in already stays in. */
export async function joinGroup(ctx: Context, visit: Visit, id: number): Promise<Outcome> {
  const group = await groupWithTime(ctx, visit, id);
  if (!group) return answer({ key: "groupUnknown", number: null }, null);
  const { number, name, place, contact, next } = group;
  if (!group.open && !group.joined) return answer({ key: "groupClosed", name, place, contact }, null);
  if (await addMember(ctx.db, id, visit.personId, ctx.now())) {
    await addConsent(ctx.db, {
      phoneHash: visit.phoneHash,
      purpose: "group",
      granted: true,
      method: "keyword",
      wording: `GROUP ${number}`,
      at: ctx.now(),
    });
  }
  if (next) await noteToldThese(ctx.db, next.id, [visit.personId], ctx.now());
  return answer({ key: "groupJoined", number, name, next }, null);
}

/** Its next gathering neither moves nor falls out between these words and the note of who heard them. */
async function groupWithTime(ctx: Context, visit: Visit, id: number): Promise<ShownGroup | undefined> {
  const seen = await findGroup(ctx, visit, id);
  if (!seen?.next) return seen;
  await lockGathering(ctx.db, seen.next.id);
  return findGroup(ctx, visit, id);
}
