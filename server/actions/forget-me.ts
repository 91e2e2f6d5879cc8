import type { Context } from "../context.ts";
import { linesWith } from "../store/introductions.ts";
import { forgetPerson } from "../store/people.ts";
import { livePostsOf, lockPost } from "../store/posts.ts";
import { endLine } from "./end-line.ts";
import { endPost } from "./end-post.ts";
import { otherSide } from "./find-number.ts";
import { sendText } from "./send-text.ts";
import { answer, type Outcome, type Visit } from "./visit.ts";
import { withdrawSilently } from "./withdraw-asks.ts";

/** WIPE, confirmed: everything of the person ends and is deleted; those they were introduced to hear that it ended. */
export async function forgetMe(ctx: Context, visit: Visit): Promise<Outcome> {
  const { personId } = visit;
  await withdrawSilently(ctx, { giverId: personId });
  for (const line of await linesWith(ctx.db, personId, ctx.now())) {
    await endLine(ctx, line);
    await sendText(ctx, {
      to: otherSide(line, personId),
      kind: "notice",
      saying: { key: "lineEnded", line: line.number },
    });
  }
  for (const { id } of await livePostsOf(ctx.db, personId, ctx.now())) {
    const post = await lockPost(ctx.db, id);
    if (post) await endPost(ctx, post, "dropped", personId);
  }
  await forgetPerson(ctx.db, personId);
  return answer({ key: "wiped" }, null);
}
