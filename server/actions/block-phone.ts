import type { Actor } from "#server/domain/role.ts";
import type { Context } from "../context.ts";
import { postsHiddenAt } from "../store/board.ts";
import { setBlocked } from "../store/people.ts";
import { livePostsOf, lockPost } from "../store/posts.ts";
import { audit } from "./audit.ts";
import { giveBack, takeAway } from "./hide-post.ts";

/**
 * Abuse: the texts of this phone are kept, and neither obeyed nor answered but for STOP and emergencies; its posts are
 * hidden. Taking it back shows the posts that went with it, and leaves those that were hidden for themselves.
 */
export async function blockPhone(
  ctx: Context,
  actor: Actor,
  personId: number,
  block: boolean,
): Promise<boolean> {
  return ctx.inTransaction(async (ctx) => {
    const now = ctx.now();
    const before = await setBlocked(ctx.db, personId, block ? now : null);
    if (before === undefined) return false;
    if (block) {
      for (const { id } of await livePostsOf(ctx.db, personId, now)) {
        const post = await lockPost(ctx.db, id);
        if (post && !post.hidden) await takeAway(ctx, post, now);
      }
    } else if (before !== null) {
      for (const id of await postsHiddenAt(ctx.db, personId, before)) await giveBack(ctx, id);
    }
    await audit(ctx, actor, block ? "mute phone" : "unmute phone", `phone ${personId}`);
    return true;
  });
}
