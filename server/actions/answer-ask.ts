import type { Context } from "../context.ts";
import { type AskRow, askOf, closeAsk } from "../store/asks.ts";
import { isOut } from "../store/consents.ts";
import { areMuted, receiverOf } from "../store/people.ts";
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
  if (!named || named.phoneId !== visit.personId) return over;
  return forGiver(ctx, named, await settleAsk(ctx, visit, named, yes));
}

/** On a shared phone the answer says whom it is for. */
export async function forGiver(
  ctx: Context,
  { giverId, phoneId }: Pick<AskRow, "giverId" | "phoneId">,
  outcome: Outcome,
): Promise<Outcome> {
  const receiver = giverId === phoneId ? null : await receiverOf(ctx.db, giverId);
  return receiver ? { ...outcome, to: receiver.handle } : outcome;
}

async function settleAsk(ctx: Context, visit: Visit, named: AskRow, yes: boolean): Promise<Outcome> {
  const over = answer({ key: "menuOver" }, { kind: "menu" });
  const need = await lockPost(ctx.db, named.needId);
  const gift = await lockPost(ctx.db, named.giftId);
  if (!need || !gift) return over;
  const wanted = isLive(ctx, need) && (await mayMeet(ctx, need, gift));
  const offered = isLive(ctx, gift);
  const taken = yes && wanted && offered;
  const closed = await closeAsk(ctx.db, named.id, ["open", "lapsed"], taken ? "yes" : "no", ctx.now());
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
