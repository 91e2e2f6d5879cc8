import type { Language } from "#server/domain/language.ts";
import { numberFreeAt } from "#server/domain/post-time.ts";
import { type Actor, may } from "#server/domain/role.ts";
import type { Context } from "../context.ts";
import { givePostToGroup, touchGroup } from "../store/group-edits.ts";
import { addPost } from "../store/posts.ts";
import { audit } from "./audit.ts";
import type { Refused } from "./edit-group.ts";
import { readThing } from "./read-thing.ts";

export type Asked =
  | { readonly ok: true; readonly number: number }
  | Refused
  | { readonly ok: false; readonly refusal: "not-a-thing" };

/** A group asks the crowd: its need is a post of whoever asks, who is introduced to who can help. */
export async function askForGroup(
  ctx: Context,
  actor: Actor,
  { groupId, words, language }: { groupId: number; words: string; language: Language },
): Promise<Asked> {
  if (!may(actor, "edit-groups", groupId)) return { ok: false, refusal: "not-yours" };
  const { remindAt, ...post } = readThing(ctx, words);
  if (!post.thing) return { ok: false, refusal: "not-a-thing" };
  return ctx.inTransaction(async (ctx) => {
    const group = await touchGroup(ctx.db, groupId, ctx.now());
    if (group === null) return { ok: false, refusal: "gone" };
    const { id, number } = await addPost(ctx.db, {
      ...post,
      kind: "need",
      personId: actor.personId,
      language,
      tendAt: remindAt ?? post.expiresAt,
      numberFreeAt: numberFreeAt(post.expiresAt),
    });
    await givePostToGroup(ctx.db, id, groupId);
    await audit(ctx, actor, "ask for group", `${group}: need ${number}`);
    return { ok: true, number };
  });
}
