import { pageOfMine } from "#sms/messages/mine.ts";
import type { Context } from "../context.ts";
import { sharersOf } from "../store/people.ts";
import { livePostsOf } from "../store/posts.ts";
import { speechOf } from "./speech.ts";
import { answer, type Outcome, type Visit } from "./visit.ts";

/** MINE: what this phone has posted, as many as fit one text; 9 goes on from there. */
export async function showMine(ctx: Context, visit: Visit, from: number): Promise<Outcome> {
  const posts = await postsOnPhone(ctx, visit.personId);
  const items = posts.map((post) => ({
    number: post.number,
    kind: post.kind,
    lines: post.lines,
    post: { ...post, quantity: post.remaining || post.quantity },
  }));
  const start = from < items.length ? from : 0;
  const { shown } = pageOfMine(items, visit.language, speechOf(ctx), start);
  if (shown === 0) return answer({ key: "mineNone" });
  const end = start + shown;
  const more = end < items.length;
  const page = answer({ key: "mine", items: items.slice(start, end), more });
  if (more) return { ...page, question: { kind: "mine", from: end } };
  return visit.question?.kind === "mine" ? { ...page, question: null } : page;
}

/** One's own, then those of who shares the phone: their numbers can be acted on from it too. */
async function postsOnPhone(ctx: Context, personId: number) {
  const posts = [...(await livePostsOf(ctx.db, personId, ctx.now()))];
  for (const sharer of await sharersOf(ctx.db, personId))
    posts.push(...(await livePostsOf(ctx.db, sharer, ctx.now())));
  return posts;
}
