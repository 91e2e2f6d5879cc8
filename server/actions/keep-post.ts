import type { PostWords } from "#server/domain/post.ts";
import { numberFreeAt, postTimes } from "#server/domain/post-time.ts";
import type { Context } from "../context.ts";
import { claimOfPost } from "../store/card-claims.ts";
import { releaseNumber } from "../store/numbers.ts";
import { addJob } from "../store/outbox.ts";
import { reopenPost } from "../store/posts.ts";
import { findNumber } from "./find-number.ts";
import { tendFrom } from "./plan-later.ts";
import { answer, type Outcome, type Visit } from "./visit.ts";
import { whichNumber } from "./which-number.ts";

type End = Pick<PostWords, "until" | "untilTimed">;
const NO_END: End = { until: null, untilTimed: false };

/**
 * STILL 47: open for another while, or till the end that was said, with what is left of it; with every piece when all
 * had been promised and never came.
 */
export async function keepPost(
  ctx: Context,
  visit: Visit,
  number: number | null,
  { until, untilTimed }: End = NO_END,
): Promise<Outcome> {
  if (number === null) return whichNumber(ctx, visit, "still");
  const found = await findNumber(ctx, visit.personId, number);
  if (found.kind !== "post" || !found.own) return answer({ key: "noSuchNumber", number });
  const now = ctx.now();
  const { post } = found;
  // What stands for who took a card is never listed.
  if ((await claimOfPost(ctx.db, post.id)) !== null) return answer({ key: "numberClosed", number });
  const { expiresAt, remindAt } = postTimes(now, until, ctx.config.postExpiryDays);
  const left = post.remaining || post.quantity;
  await reopenPost(ctx.db, post.id, { expiresAt, until, untilTimed, left });
  await releaseNumber(ctx.db, post.number, numberFreeAt(expiresAt));
  await tendFrom(ctx, post.id, remindAt ?? expiresAt);
  await addJob(ctx.db, "match", post.id, now);
  return answer({ key: "still", number, expiresAt });
}
