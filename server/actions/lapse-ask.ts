import { afterAwake } from "#server/domain/quiet-hours.ts";
import type { Context } from "../context.ts";
import { askOf, closeAsk } from "../store/asks.ts";
import { textOfAskWaits } from "../store/outbound-texts.ts";
import { lockPost } from "../store/posts.ts";
import { ASK_MS } from "./plan-asks.ts";
import { planForGiver, planForNeed } from "./plan-later.ts";

/** Job: an ask's time is over; the next giver is asked. A late 1 still counts. Returns when to look again. */
export async function lapseAsk(ctx: Context, askId: number): Promise<Date | null> {
  const named = await askOf(ctx.db, askId);
  if (!named) return null;
  await lockPost(ctx.db, named.needId);
  const ask = await askOf(ctx.db, askId);
  const now = ctx.now();
  if (ask?.state !== "open") return null;
  if (ask.dueAt > now) return ask.dueAt;
  if (await textOfAskWaits(ctx.db, askId))
    return afterAwake(ctx.config.quietHours, now, ASK_MS, ctx.config.timeZone);
  await closeAsk(ctx.db, askId, ["open"], "lapsed", now);
  await planForNeed(ctx, ask.needId);
  await planForGiver(ctx, ask.giverId);
  return null;
}
