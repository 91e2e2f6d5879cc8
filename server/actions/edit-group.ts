import type { GroupDraft } from "#server/domain/group-form.ts";
import { type Actor, may } from "#server/domain/role.ts";
import type { Context } from "../context.ts";
import { addGroup, changeGroup, findGroup } from "../store/group-edits.ts";
import { audit } from "./audit.ts";
import { setMeeting } from "./set-meeting.ts";

export type Refused = { readonly ok: false; readonly refusal: "gone" | "not-yours" };
export type Edited = { readonly ok: true } | Refused;

/** A new group, under the next number that was never used unless one is given. Organizers alone make groups. */
export async function createGroup(
  ctx: Context,
  actor: Actor,
  draft: GroupDraft,
  number: number | null = null,
): Promise<{ readonly ok: true; readonly id: number } | Refused> {
  if (!may(actor, "edit-groups")) return { ok: false, refusal: "not-yours" };
  return ctx.inTransaction(async (ctx) => {
    const group = await addGroup(ctx.db, wordsOf(draft), number, ctx.now());
    await setMeeting(ctx, group.id, draft);
    await audit(ctx, actor, "make group", `${group.number} ${draft.name}`);
    return { ok: true, id: group.id };
  });
}

/** Changes a group and when it meets; who knows of a date that moves is told. */
export async function editGroup(ctx: Context, actor: Actor, id: number, draft: GroupDraft): Promise<Edited> {
  if (!may(actor, "edit-groups", id)) return { ok: false, refusal: "not-yours" };
  return ctx.inTransaction(async (ctx) => {
    const group = await findGroup(ctx.db, id);
    if (!group) return { ok: false, refusal: "gone" };
    await changeGroup(ctx.db, id, wordsOf(draft), ctx.now());
    await setMeeting(ctx, id, draft);
    await audit(ctx, actor, "edit group", `${group.number} ${draft.name}`);
    return { ok: true };
  });
}

function wordsOf({ meets: _, ...words }: GroupDraft) {
  return words;
}
