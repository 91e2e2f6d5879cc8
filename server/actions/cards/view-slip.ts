import type { PostState } from "#server/domain/post.ts";
import type { Context } from "../../context.ts";
import { claimOfPost } from "../../store/card-claims.ts";
import type { Door } from "../../store/cards.ts";
import { linesOver } from "../../store/introductions.ts";
import { isStandIn, lockPost, ownerOfPost, type PostRow } from "../../store/posts.ts";
import { lettersFor } from "../../store/tent.ts";
import { endLine } from "../end-line.ts";
import { endPost } from "../end-post.ts";
import { sendText } from "../send-text.ts";
import { finishCard } from "./finish-card.ts";
import { reopenCard } from "./reopen-card.ts";

export type SlipView = {
  readonly post: PostRow;
  readonly state: PostState;
  /** What came for its owner, oldest first. */
  readonly letters: readonly string[];
  readonly lines: readonly number[];
  /** It stands for who took a card, or something on the board, and may go back. */
  readonly isTaken: boolean;
};

/** What a slip's digits show to whoever holds it. Null: the post is gone. */
export async function viewSlip(ctx: Context, postId: number): Promise<SlipView | null> {
  const post = await lockPost(ctx.db, postId);
  if (!post) return null;
  const letters = await lettersFor(ctx.db, post.personId);
  const lines = await linesOver(ctx.db, postId, ctx.now());
  const claim = await claimOfPost(ctx.db, postId);
  const stands = claim === null && post.state === "filled" && (await isStandIn(ctx.db, postId));
  return {
    post,
    state: post.state,
    letters: letters.map(({ body }) => (body ? ctx.vault.open("text", body) : "")).filter(Boolean),
    lines: lines.map((line) => line.number),
    isTaken: claim?.holds ?? stands,
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
    if (!(await finishWhatItTook(ctx, post))) await endPost(ctx, post, "done", post.personId);
    return post;
  });
}

/** Who helped with a need on the board says that it is met: so it is on both sides, when nothing of it is left. */
async function finishWhatItTook(ctx: Context, post: PostRow): Promise<boolean> {
  if (!(await isStandIn(ctx.db, post.id))) return false;
  const [line] = await linesOver(ctx.db, post.id, ctx.now());
  const other = line ? await lockPost(ctx.db, line.needId + line.giftId - post.id) : null;
  if (other?.state !== "filled") return false;
  await endPost(ctx, other, "done", post.personId);
  return true;
}

/** It did not work out: what its owner took goes back. False: they took nothing, or it is over. */
export async function returnSlip(ctx: Context, postId: number, door: Door): Promise<boolean> {
  const claim = await claimOfPost(ctx.db, postId);
  if (claim === null) return ctx.inTransaction((ctx) => returnWhatItTook(ctx, postId));
  if (!claim.holds) return false;
  const how = {
    cardId: claim.cardId,
    by: { personId: claim.personId },
    reason: "could-not-meet",
    door,
  } as const;
  return (await reopenCard(ctx, how)).ok;
}

/** The other side of the board hears that the line is over, and is open for others again. */
async function returnWhatItTook(ctx: Context, postId: number): Promise<boolean> {
  if (!(await isStandIn(ctx.db, postId))) return false;
  let isBack = false;
  for (const line of await linesOver(ctx.db, postId, ctx.now())) {
    if (!(await endLine(ctx, line))) continue;
    const owner = await ownerOfPost(ctx.db, line.needId + line.giftId - postId);
    const saying = { key: "lineEnded", line: line.number } as const;
    if (owner !== null) await sendText(ctx, { to: owner, kind: "notice", saying });
    isBack = true;
  }
  return isBack;
}
