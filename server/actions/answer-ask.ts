import type { Context } from "../context.ts";
import { askOf, closeAsk } from "../store/asks.ts";
import { isOut } from "../store/consents.ts";
import { areMuted } from "../store/people.ts";
import { lockPost, type PostRow } from "../store/posts.ts";
import { introduce } from "./introduce.ts";
import { planForGiver, planForNeed } from "./plan-later.ts";
import { answer, type Outcome, type Visit } from "./visit.ts";

/**
 * The giver's 1 or 2. A yes counts while the need is open, however late; need and gift are locked first, in
 * this order everywhere, so that two yeses to one need come one after the other.
 */
export async function answerAsk(ctx: Context, visit: Visit, askId: number, yes: boolean): Promise<Outcome> {
  const over = answer({ key: "menuOver" }, { kind: "menu" });
  const named = await askOf(ctx.db, askId);
  if (!named || named.giverId !== visit.personId) return over;
  const need = await lockPost(ctx.db, named.needId);
  const gift = await lockPost(ctx.db, named.giftId);
  if (!need || !gift) return over;
  const wanted = isLive(ctx, need) && (await mayMeet(ctx, need, gift));
  const offered = isLive(ctx, gift);
  const taken = yes && wanted && offered;
  const closed = await closeAsk(ctx.db, askId, ["open", "lapsed"], taken ? "yes" : "no", ctx.now());
  await planForGiver(ctx, visit.personId);
  if (taken && closed) return answer(await introduce(ctx, need, gift), null);
  if (!wanted) return answer({ key: "askOver", need: need.number }, null);
  if (!offered || !closed) return over;
  await planForNeed(ctx, need.id);
  return answer({ key: "askDeclined", gift: gift.number }, null);
}

function isLive(ctx: Context, post: PostRow): boolean {
  return post.state === "open" && !post.hidden && post.expiresAt > ctx.now();
}

/** Nobody is introduced to somebody who said STOP, or muted them, since the ask. */
async function mayMeet(ctx: Context, need: PostRow, gift: PostRow): Promise<boolean> {
  return !(await isOut(ctx.db, need.personId)) && !(await areMuted(ctx.db, need.personId, gift.personId));
}
