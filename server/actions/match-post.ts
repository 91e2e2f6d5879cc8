import type { Context } from "../context.ts";
import { readForBoard } from "../store/board.ts";
import { asksThatFitNoMore, matchedWith, saveMatches } from "../store/matches.ts";
import { lockPost, type PostRow } from "../store/posts.ts";
import { askNow } from "./plan-asks.ts";
import { planForGiver, planForNeed } from "./plan-later.ts";
import { withdrawAndTell } from "./withdraw-asks.ts";

/** Job: finds what fits a new or changed post, takes back what fits no more, and has people asked. */
export async function matchPost(ctx: Context, postId: number): Promise<null> {
  const post = await lockPost(ctx.db, postId);
  if (post?.state !== "open" || post.hidden || post.expiresAt <= ctx.now()) return null;
  const fits = await findAndSave(ctx, post);
  const isDelicate = ctx.matcher.isDelicate(post);
  if (isDelicate !== null) await readForBoard(ctx.db, post.id, isDelicate);
  const over = await asksThatFitNoMore(ctx.db, post.id);
  if (over.length > 0) await withdrawAndTell(ctx, { ids: over.map((ask) => ask.id) }, "askChanged");
  for (const { needId } of over) if (needId !== post.id) await planForNeed(ctx, needId);
  if (!fits) return null;
  if (post.kind === "need") await askNow(ctx, post.id);
  // In jobs of their own: who holds a gift's lock and waits for a need's stands in the way of who did it the other way round.
  else await planForGiver(ctx, post.personId);
  return null;
}

/** Those that closed since the matcher looked make room for others: it looks again without them. */
async function findAndSave(ctx: Context, post: PostRow): Promise<boolean> {
  // Asked before the matcher looks, so that it has seen every one of them.
  const before = await matchedWith(ctx.db, post);
  const found = await ctx.matcher.matchesFor(ctx.db, post, before);
  const kept = await saveMatches(ctx.db, post, { before, found }, ctx.now());
  if (ctx.matcher.forget(found.filter((match) => !kept.has(match.id))) > 0) return findAndSave(ctx, post);
  return found.some((match) => match.fits && kept.has(match.id));
}
