import { numberFreeAt } from "#server/domain/post-time.ts";
import type { Context } from "../context.ts";
import { claimOfPost } from "../store/card-claims.ts";
import { releaseNumber } from "../store/numbers.ts";
import { addJob } from "../store/outbox.ts";
import { rewritePost } from "../store/posts.ts";
import { findNumber } from "./find-number.ts";
import { keepPost } from "./keep-post.ts";
import { tendFrom } from "./plan-later.ts";
import { readThing } from "./read-thing.ts";
import { answer, type Outcome, type Visit } from "./visit.ts";

/** STILL 47 and other words: the same post says this from that moment, and is matched again. Only another end keeps its words. */
export async function changePost(
  ctx: Context,
  visit: Visit,
  { number, words }: { readonly number: number; readonly words: string },
): Promise<Outcome> {
  const read = readThing(ctx, words);
  if (!read.thing) return keepPost(ctx, visit, number, read);
  const found = await findNumber(ctx, visit.personId, number);
  if (found.kind !== "post" || !found.own) return answer({ key: "noSuchNumber", number });
  const { post } = found;
  if ((await claimOfPost(ctx.db, post.id)) !== null) return answer({ key: "numberClosed", number });
  await rewritePost(ctx.db, post.id, read);
  await releaseNumber(ctx.db, post.number, numberFreeAt(read.expiresAt));
  await tendFrom(ctx, post.id, read.remindAt ?? read.expiresAt);
  await addJob(ctx.db, "match", post.id, read.now);
  return answer({ key: "changed", number, post: read });
}
