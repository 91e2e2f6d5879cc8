import type { Context } from "../context.ts";
import { askOf, closeAsk } from "../store/asks.ts";
import { lockPost } from "../store/posts.ts";
import { introduce } from "./introduce.ts";
import { planForGiver, planForNeed } from "./plan-later.ts";
import { answer, type Outcome, type Visit } from "./visit.ts";

/**
 * The giver's 1 or 2. A yes counts while the need is open, however late; need and gift are locked first, in
 * this order everywhere, so that two yeses to one need come one after the other.
 */
export async function answerAsk(ctx: Context, visit: Visit, askId: number, yes: boolean): Promise<Outcome> {
  const named = await askOf(ctx.db, askId);
  if (!named || named.giverId !== visit.personId) return answer({ key: "menuOver" }, { kind: "menu" });
  const need = await lockPost(ctx.db, named.needId);
  const gift = await lockPost(ctx.db, named.giftId);
  if (!need || !gift) return answer({ key: "menuOver" }, { kind: "menu" });
  const now = ctx.now();
  const live = need.state === "open" && need.expiresAt > now && gift.state === "open" && gift.expiresAt > now;
  const closed = await closeAsk(ctx.db, askId, ["open", "lapsed"], yes && live ? "yes" : "no", now);
  await planForGiver(ctx, visit.personId);
  if (yes)
    return answer(
      live && closed ? await introduce(ctx, need, gift) : { key: "askOver", need: need.number },
      null,
    );
  await planForNeed(ctx, need.id);
  return answer({ key: "askDeclined", gift: gift.number }, null);
}
