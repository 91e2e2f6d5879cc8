import type { Context } from "../context.ts";
import { claimOfPost, isHeldBeside } from "../store/card-claims.ts";
import { closeLine, type Line } from "../store/introductions.ts";
import { addJob } from "../store/outbox.ts";
import { closePost, isStandIn, lockPost, type PostRow, setLeft } from "../store/posts.ts";

/** Ends an introduction: what it promised is open again on both sides. False when it had ended before. */
export async function endLine(ctx: Context, line: Line): Promise<boolean> {
  const need = await lockPost(ctx.db, line.needId);
  const gift = await lockPost(ctx.db, line.giftId);
  if (!line.open || !(await closeLine(ctx.db, line.id, ctx.now()))) return false;
  // Matched anew: what came while all was promised has not met it yet.
  for (const post of [need, gift]) {
    if (post && (await giveBack(ctx, post, line))) await addJob(ctx.db, "match", post.id, ctx.now());
  }
  return true;
}

async function giveBack(ctx: Context, post: PostRow, line: Line): Promise<boolean> {
  if (post.state !== "open" && post.state !== "filled") return false;
  // Who took something never posted anything: nothing of theirs is listed when it goes back.
  if ((await claimOfPost(ctx.db, post.id)) !== null || (await isStandIn(ctx.db, post.id))) {
    await closePost(ctx.db, post.id, "dropped", ctx.now());
    return false;
  }
  // What nobody counted is one thing on a card: another holds it still.
  if (post.quantity === null && (await isHeldBeside(ctx.db, post.id, [line.needId, line.giftId])))
    return false;
  const left =
    post.quantity === null ? null : Math.min(post.quantity, (post.remaining ?? 0) + (line.quantity ?? 1));
  await setLeft(ctx.db, post.id, left, "open");
  return true;
}
