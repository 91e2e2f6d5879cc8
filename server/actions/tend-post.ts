import { quietUntil } from "#server/domain/quiet-hours.ts";
import type { Context } from "../context.ts";
import { hadLine } from "../store/introductions.ts";
import { lockPost, markReminded, type PostRow } from "../store/posts.ts";
import { endPost } from "./end-post.ts";
import { sendText } from "./send-text.ts";

/** Job: asks the owner once, the day before a post ends, whether it still stands; then ends it. Returns when to look again. */
export async function tendPost(ctx: Context, postId: number): Promise<Date | null> {
  const post = await lockPost(ctx.db, postId);
  if (!post || (post.state !== "open" && post.state !== "filled")) return null;
  const now = ctx.now();
  if (post.expiresAt <= now) {
    await expire(ctx, post);
    return null;
  }
  if (post.until === null && post.remindedAt === null && post.state === "open") {
    const { quietHours, timeZone } = ctx.config;
    const morning = quietUntil(quietHours, now, timeZone);
    // By the morning its owner may have dropped it.
    if (morning && morning < post.expiresAt) return morning;
    await sendText(ctx, {
      to: post.personId,
      kind: "reminder",
      saying: {
        key: "stillNeeded",
        number: post.number,
        kind: post.kind,
        post: { ...post, quantity: post.remaining },
      },
      notAfter: post.expiresAt,
    });
    await markReminded(ctx.db, post.id, now);
  }
  return post.expiresAt;
}

/** A needer for whom nobody was found deserves a last word. */
async function expire(ctx: Context, post: PostRow): Promise<void> {
  await endPost(ctx, post, "expired", null);
  if (post.kind === "gift" || (await hadLine(ctx.db, post.id))) return;
  await sendText(ctx, {
    to: post.personId,
    kind: "reminder",
    saying: { key: "needEnded", number: post.number, post },
  });
}
