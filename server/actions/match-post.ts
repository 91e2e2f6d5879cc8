import { ASK_FROM, fitOf } from "#server/matching/score.ts";
import type { Context } from "../context.ts";
import { type NewMatch, saveMatches, similarPosts } from "../store/matches.ts";
import { addJob } from "../store/outbox.ts";
import { lockPost, type PostRow } from "../store/posts.ts";
import { planAsks } from "./plan-asks.ts";

/** Job: finds what fits a new or changed post and, best first, has people asked. */
export async function matchPost(ctx: Context, postId: number): Promise<null> {
  const post = await lockPost(ctx.db, postId);
  const now = ctx.now();
  if (post?.state !== "open" || post.expiresAt <= now) return null;
  const matches = await matchesOf(ctx, post);
  await saveMatches(ctx.db, matches);
  if (matches.length === 0) return null;
  if (post.kind === "need") await askFor(ctx, post.id);
  else await askGiverFor(ctx, matches);
  return null;
}

async function matchesOf(ctx: Context, post: PostRow): Promise<readonly NewMatch[]> {
  if (!post.terms) return [];
  const anyWord = post.terms.split(" ").join(" | ");
  const others = await similarPosts(ctx.db, post, anyWord, ctx.now());
  const scored = others.map((other) => {
    const [need, gift] = post.kind === "need" ? [post, other] : [other, post];
    return { needId: need.id, giftId: gift.id, ...fitOf(need.terms, gift.terms) };
  });
  return scored
    .filter((match) => match.score >= ASK_FROM)
    .sort((a, b) => b.score - a.score || a.needId - b.needId);
}

/** A giver has one open ask at a time: the first need that may ask them does, the others wait for their turn. */
async function askGiverFor(ctx: Context, matches: readonly NewMatch[]): Promise<void> {
  for (const { needId, giftId } of matches) {
    if ((await askFor(ctx, needId)).includes(giftId)) return;
  }
}

/** Plans at once, and again when the night or the day's limit of a giver is over. */
async function askFor(ctx: Context, needId: number): Promise<readonly number[]> {
  const { asked, again } = await planAsks(ctx, needId);
  if (again) await addJob(ctx.db, "plan-asks", needId, again);
  return asked;
}
