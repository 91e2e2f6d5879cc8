import { maskPhones } from "#server/domain/mask.ts";
import { numberFreeAt, postTimes } from "#server/domain/post-time.ts";
import { understand } from "#server/matching/understand.ts";
import type { Context } from "../context.ts";
import { releaseNumber } from "../store/numbers.ts";
import { addJob } from "../store/outbox.ts";
import { rewritePost } from "../store/posts.ts";
import { findNumber } from "./find-number.ts";
import { tendFrom } from "./plan-later.ts";
import { answer, type Outcome, type Visit } from "./visit.ts";

/** STILL 47 and other words: the same post from now on says this, and is matched again. */
export async function changePost(
  ctx: Context,
  visit: Visit,
  { number, words }: { readonly number: number; readonly words: string },
): Promise<Outcome> {
  const found = await findNumber(ctx, visit.personId, number);
  if (found.kind !== "post" || !found.own) return answer({ key: "noSuchNumber", number });
  const now = ctx.now();
  const masked = maskPhones(words).words;
  const post = understand(masked, now, ctx.config.timeZone);
  if (!post.thing) return answer({ key: "notAThing", kind: found.post.kind });
  const { expiresAt, remindAt } = postTimes(now, post.until, ctx.config.postExpiryDays);
  await rewritePost(ctx.db, found.post.id, { ...post, words: masked.slice(0, 500), expiresAt });
  await releaseNumber(ctx.db, found.post.number, numberFreeAt(expiresAt));
  await tendFrom(ctx, found.post.id, remindAt ?? expiresAt);
  await addJob(ctx.db, "match", found.post.id, now);
  return answer({ key: "changed", number, post });
}
