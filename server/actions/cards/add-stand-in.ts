import type { Language } from "#server/domain/language.ts";
import { numberFreeAt } from "#server/domain/post-time.ts";
import type { Context } from "../../context.ts";
import { addPost, lockPost, type PostRow } from "../../store/posts.ts";

/**
 * What who takes a card, or something on the board, would have posted: the other kind, of what they take or give of it. Given back or given, it is
 * never listed for others.
 */
export async function addStandIn(
  ctx: Context,
  post: PostRow,
  side: { readonly personId: number; readonly pieces: number | null; readonly language: Language },
): Promise<PostRow> {
  const left = post.remaining;
  const { id } = await addPost(ctx.db, {
    kind: post.kind === "need" ? "gift" : "need",
    personId: side.personId,
    words: post.words,
    thing: post.thing,
    quantity: left === null ? null : Math.min(side.pieces ?? left, left),
    until: post.until,
    untilTimed: post.untilTimed,
    language: side.language,
    expiresAt: post.expiresAt,
    tendAt: post.expiresAt,
    numberFreeAt: numberFreeAt(post.expiresAt),
    standsIn: true,
    now: ctx.now(),
  });
  const added = await lockPost(ctx.db, id);
  if (!added) throw new Error("A post is gone in the transaction that made it.");
  return added;
}
