import type { Actor } from "#server/domain/role.ts";
import type { Context } from "../context.ts";
import { setHidden, setOffBoard } from "../store/board.ts";
import { addJob } from "../store/outbox.ts";
import { lockPost, type PostRow } from "../store/posts.ts";
import { audit } from "./audit.ts";
import { withdrawAndTell, withdrawSilently } from "./withdraw-asks.ts";

/** Takes a post off board and matching, or gives it back. False: it is gone, or was so before. */
export async function hidePost(ctx: Context, actor: Actor, postId: number, hide: boolean): Promise<boolean> {
  return ctx.inTransaction(async (ctx) => {
    const post = await lockPost(ctx.db, postId);
    if (!post || post.hidden === hide) return false;
    if (hide) await takeAway(ctx, post, ctx.now());
    else await giveBack(ctx, post.id);
    await audit(ctx, actor, hide ? "hide post" : "show post again", `no. ${post.number}`);
    return true;
  });
}

/** Nobody is asked about a hidden post any more; whoever had been asked to help with it hears so. The caller has locked it. */
export async function takeAway(ctx: Context, post: PostRow, at: Date): Promise<void> {
  await setHidden(ctx.db, post.id, at);
  if (post.kind === "need") await withdrawAndTell(ctx, { needId: post.id });
  else await withdrawSilently(ctx, { giftId: post.id });
}

export async function giveBack(ctx: Context, postId: number): Promise<void> {
  await setHidden(ctx.db, postId, null);
  await addJob(ctx.db, "match", postId, ctx.now());
}

/** Its owner says that everybody may see it, or takes that back. False: it is gone. */
export async function showOnBoard(
  ctx: Context,
  actor: Actor,
  postId: number,
  show: boolean,
): Promise<boolean> {
  return ctx.inTransaction(async (ctx) => {
    const number = await setOffBoard(ctx.db, postId, !show);
    if (number === null) return false;
    await audit(ctx, actor, show ? "show on public board" : "keep off public board", `no. ${number}`);
    return true;
  });
}
