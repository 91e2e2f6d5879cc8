import type { Context } from "../context.ts";
import { claimOfPost } from "../store/card-claims.ts";
import { lockPost, type PostRow } from "../store/posts.ts";
import { finishTaken } from "./cards/card-by-text.ts";
import { endPost } from "./end-post.ts";
import { type Found, findNumber } from "./find-number.ts";
import { answer, type Outcome, type Visit } from "./visit.ts";
import { whichNumber } from "./which-number.ts";

/** DONE 47: it is met. Either side may say so, by the need's number or the introduction's. */
export async function finishNumber(ctx: Context, visit: Visit, number: number | null): Promise<Outcome> {
  if (number === null) return whichNumber(ctx, visit, "done");
  const found = await findNumber(ctx, visit.personId, number);
  if (found.kind === "nobody") return answer({ key: "noSuchNumber", number });
  const post = await postMeant(ctx, found);
  if (!post) return answer({ key: "noSuchNumber", number });
  if (found.kind === "line" && !found.line.open) return answer({ key: "numberClosed", number });
  if (post.state !== "open" && post.state !== "filled") return answer({ key: "numberClosed", number });
  const claim = await claimOfPost(ctx.db, post.id);
  if (claim) return finishTaken(ctx, claim);
  await endPost(ctx, post, "done", found.as);
  return answer({ key: "done", number: post.number });
}

/** A gift is its giver's to close; a need also belongs to whoever was introduced over it. */
async function postMeant(ctx: Context, found: Exclude<Found, { kind: "nobody" }>): Promise<PostRow | null> {
  if (found.kind === "line") return lockPost(ctx.db, found.line.needId);
  const shared = found.post.kind === "need" && found.lines.length > 0;
  return found.own || shared ? found.post : null;
}
