import type { PostState } from "#server/domain/post.ts";
import type { Context } from "../../context.ts";
import { claimOfPost } from "../../store/card-claims.ts";
import type { Door } from "../../store/cards.ts";
import { linesOver } from "../../store/introductions.ts";
import { lockPost, type PostRow } from "../../store/posts.ts";
import { lettersFor } from "../../store/tent.ts";
import { endPost } from "../end-post.ts";
import { finishCard } from "./finish-card.ts";
import { reopenCard } from "./reopen-card.ts";

export type SlipView = {
  readonly post: PostRow;
  readonly state: PostState;
  /** What came for its owner, oldest first. */
  readonly letters: readonly string[];
  readonly lines: readonly number[];
  /** It stands for who took a card, and may go back. */
  readonly isTaken: boolean;
};

/** What a slip's digits show to whoever holds it. Null: the post is gone. */
export async function viewSlip(ctx: Context, postId: number): Promise<SlipView | null> {
  const post = await lockPost(ctx.db, postId);
  if (!post) return null;
  const letters = await lettersFor(ctx.db, post.personId);
  const lines = await linesOver(ctx.db, postId, ctx.now());
  return {
    post,
    state: post.state,
    letters: letters.map(({ body }) => (body ? ctx.vault.open("text", body) : "")).filter(Boolean),
    lines: lines.map((line) => line.number),
    isTaken: (await claimOfPost(ctx.db, postId))?.holds ?? false,
  };
}

/** It is met: closes the post in its owner's name, or the card that its owner took. False: it was over before. */
export async function finishSlip(ctx: Context, postId: number, door: Door): Promise<PostRow | null> {
  return ctx.inTransaction(async (ctx) => {
    const claim = await claimOfPost(ctx.db, postId);
    if (claim) {
      const done = await finishCard(ctx, { cardId: claim.cardId, by: claim, door });
      return done.ok ? done.post : null;
    }
    const post = await lockPost(ctx.db, postId);
    if (post?.state !== "open" && post?.state !== "filled") return null;
    await endPost(ctx, post, "done", post.personId);
    return post;
  });
}

/** It did not work out: what its owner took goes back. False: they took nothing, or it is over. */
export async function returnSlip(ctx: Context, postId: number, door: Door): Promise<boolean> {
  const claim = await claimOfPost(ctx.db, postId);
  if (!claim?.holds) return false;
  const how = {
    cardId: claim.cardId,
    by: { personId: claim.personId },
    reason: "could-not-meet",
    door,
  } as const;
  return (await reopenCard(ctx, how)).ok;
}
