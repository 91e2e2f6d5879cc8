import { MOST_OPEN_POSTS, type PostKind, type PostWords } from "#server/domain/post.ts";
import { numberFreeAt } from "#server/domain/post-time.ts";
import { quietUntil } from "#server/domain/quiet-hours.ts";
import { saysTheOther } from "#server/matching/text/intent.ts";
import type { Saying } from "#sms/messages/saying.ts";
import type { Context } from "../context.ts";
import { addPostWithin } from "../store/posts.ts";
import { readThing } from "./read-thing.ts";
import { answer, type Outcome, type Visit } from "./visit.ts";

/**
 * NEED and GIFT: live at once, no second turn. The keyword alone asks for the thing, and words that say the other of
 * the two ("NEED anyone want a tent?") are asked back.
 */
export async function offerThing(
  ctx: Context,
  visit: Visit,
  kind: PostKind,
  words: string,
): Promise<Outcome> {
  if (!saysTheOther(kind, words)) return postThing(ctx, visit, kind, words);
  const options: readonly PostKind[] = ["need", "gift"];
  return answer({ key: "unclear", options }, { kind: "unclear", options: [...options], text: visit.textId });
}

/** Posts a thing as what its owner says that it is. */
export async function postThing(ctx: Context, visit: Visit, kind: PostKind, words: string): Promise<Outcome> {
  if (!words.trim()) return answer({ key: "whatThing", kind }, { kind: "thing", post: kind });
  const read = readThing(ctx, words);
  if (!read.thing) return answer({ key: "notAThing", kind }, { kind: "thing", post: kind });
  const { remindAt, ...post } = read;
  const whole = {
    ...post,
    kind,
    personId: visit.personId,
    language: visit.language,
    tendAt: remindAt ?? post.expiresAt,
    numberFreeAt: numberFreeAt(post.expiresAt),
  };
  const added = await addPostWithin(ctx.db, whole, MOST_OPEN_POSTS);
  if (!added) return answer({ key: "postsFull", most: MOST_OPEN_POSTS });
  const { number } = added;
  const saying: Saying =
    kind === "gift" ? { key: "giftPosted", number, post } : needPosted(ctx, number, post);
  return answer(saying, visit.question?.kind === "ask" ? undefined : null);
}

/** At night the needer hears when people will be asked, or that it will be too late. */
export function needPosted(
  ctx: Context,
  number: number,
  post: PostWords & { readonly expiresAt: Date },
): Saying {
  const asksFrom = quietUntil(ctx.config.quietHours, ctx.now(), ctx.config.timeZone);
  if (asksFrom && post.expiresAt <= asksFrom) return { key: "needTooLate", number, post, asksFrom };
  return { key: "needPosted", number, post, asksFrom };
}
