import { maskPhones } from "#server/domain/mask.ts";
import type { PostWords } from "#server/domain/post.ts";
import { type PostTimes, postTimes } from "#server/domain/post-time.ts";
import { understand } from "#server/matching/understand.ts";
import type { Context } from "../context.ts";

const MOST_LETTERS = 500;

/** What a person says that a post is, as it is kept: phone numbers hidden, taken apart, with its times. `thing` may be empty. */
export type ReadThing = PostWords & PostTimes & { readonly words: string; readonly now: Date };

export function readThing(ctx: Context, said: string): ReadThing {
  const now = ctx.now();
  const words = maskPhones(said).words.slice(0, MOST_LETTERS);
  const post = understand(words, now, ctx.config.timeZone);
  return { ...post, ...postTimes(now, post.until, ctx.config.postExpiryDays), words, now };
}

/** What words say that were said at another time. */
export function understoodAt(ctx: Context, words: string, at: Date): PostWords {
  return understand(words, at, ctx.config.timeZone);
}
