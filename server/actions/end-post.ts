import { numberFreeAt } from "#server/domain/post-time.ts";
import type { Saying } from "#sms/messages/saying.ts";
import type { Context } from "../context.ts";
import { linesOver } from "../store/introductions.ts";
import { releaseNumber } from "../store/numbers.ts";
import { closePost, type PostRow } from "../store/posts.ts";
import { otherSide } from "./find-number.ts";
import { sendText } from "./send-text.ts";
import { withdrawAndTell, withdrawSilently } from "./withdraw-asks.ts";

const WORD_TO_OTHERS: Record<"done" | "dropped" | "expired", ((number: number) => Saying) | null> = {
  done: (number) => ({ key: "doneByOther", number }),
  dropped: (number) => ({ key: "droppedByOther", number }),
  expired: null,
};

/**
 * Closes a post that the caller has locked: nobody is asked about it any more, and those who were introduced
 * over it hear why. Lines stay open, so that the two can finish what they began. `by`: whose doing it was.
 */
export async function endPost(
  ctx: Context,
  post: PostRow,
  state: "done" | "dropped" | "expired",
  by: number | null,
): Promise<void> {
  const now = ctx.now();
  await closePost(ctx.db, post.id, state, now);
  await releaseNumber(ctx.db, post.number, numberFreeAt(now));
  if (post.kind === "need") await withdrawAndTell(ctx, { needId: post.id });
  else await withdrawSilently(ctx, { giftId: post.id });
  const word = WORD_TO_OTHERS[state];
  if (!word) return;
  const others = await linesOver(ctx.db, post.id, now);
  for (const line of others) {
    const to = otherSide(line, by ?? post.personId);
    await sendText(ctx, { to, kind: "notice", saying: word(post.number) });
  }
}
