import { type CardState, stateOf } from "#server/domain/card.ts";
import type { Context } from "../../context.ts";
import { type CardRow, cardById, lockCard, takenAt } from "../../store/cards.ts";
import { lockPost, type PostRow } from "../../store/posts.ts";

export type CardView = {
  readonly card: CardRow;
  readonly state: CardState;
  /** What it carries; null for a blank one. */
  readonly post: PostRow | null;
  /** When it was last taken, for one that is. */
  readonly takenAt: Date | null;
};

/**
 * What a card is good for, true until the transaction ends: a card that carries something changes under its post's
 * lock alone, a blank one under its own. Null: there is no such card.
 */
export async function viewCard(ctx: Context, cardId: number): Promise<CardView | null> {
  const seen = await cardById(ctx.db, cardId);
  if (!seen) return null;
  const post = seen.postId === null ? null : await lockPost(ctx.db, seen.postId);
  const card = post ? await cardById(ctx.db, cardId) : await lockCard(ctx.db, cardId);
  if (!card) return null;
  // Filled, or forgotten, between the look and the lock.
  if (card.postId !== (post?.id ?? null)) return viewCard(ctx, cardId);
  const state = stateOf({ ...card, post }, ctx.now());
  const isTaken = post !== null && (state === "claimed" || state === "fulfilled");
  return { card, state, post, takenAt: isTaken ? await takenAt(ctx.db, post.id) : null };
}
