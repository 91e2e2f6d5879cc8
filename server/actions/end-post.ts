import { numberFreeAt } from "#server/domain/post-time.ts";
import type { Saying } from "#sms/messages/saying.ts";
import type { Context } from "../context.ts";
import { closeStandIns } from "../store/card-claims.ts";
import { type Line, linesOver } from "../store/introductions.ts";
import { releaseNumber } from "../store/numbers.ts";
import { closePost, type PostRow } from "../store/posts.ts";
import { endLine } from "./end-line.ts";
import { sendText } from "./send-text.ts";
import { withdrawAndTell, withdrawSilently } from "./withdraw-asks.ts";

type Ending = "done" | "dropped" | "expired";

/**
 * Closes a post that the caller has locked: nobody is asked about it any more, and those who were introduced
 * over it hear why. A dropped post ends its lines too, which gives the other side its pieces back; after DONE and
 * after its time lines stay open, so that the two can finish what they began. `by`: whose doing it was.
 */
export async function endPost(ctx: Context, post: PostRow, ending: Ending, by: number | null): Promise<void> {
  const now = ctx.now();
  await closePost(ctx.db, post.id, ending, now);
  await releaseNumber(ctx.db, post.number, numberFreeAt(now));
  if (post.kind === "need") await withdrawAndTell(ctx, { needId: post.id });
  else await withdrawSilently(ctx, { giftId: post.id });
  if (ending !== "dropped") await closeStandIns(ctx.db, post.id, ending, now);
  if (ending === "expired") return;
  const told = new Set([by]);
  for (const line of await linesOver(ctx.db, post.id, now)) {
    if (ending === "dropped") await endLine(ctx, line);
    for (const to of [line.neederId, line.giverId].filter((each) => !told.has(each))) {
      told.add(to);
      await sendText(ctx, { to, kind: "notice", saying: wordTo(post, ending, line) });
    }
  }
}

/** In numbers that the other side knows: a gift's own number says nothing to who needs it. */
function wordTo(post: PostRow, ending: "done" | "dropped", line: Line): Saying {
  const number = post.kind === "need" ? post.number : line.number;
  if (ending === "done") return { key: "doneByOther", number };
  return post.kind === "need" ? { key: "droppedByOther", number } : { key: "lineEnded", line: line.number };
}
