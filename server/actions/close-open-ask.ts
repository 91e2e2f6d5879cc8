import type { Context } from "../context.ts";
import { closeAsk } from "../store/asks.ts";
import { openAskBetween } from "../store/board.ts";
import type { PostRow } from "../store/posts.ts";
import { planForGiver } from "./plan-later.ts";
import { withdrawSilently } from "./withdraw-asks.ts";

/** The giver need not answer any more: the menu goes off the phone, and the ask counts as a yes. */
export async function closeOpenAsk(ctx: Context, need: PostRow, giverId: number): Promise<void> {
  const ask = await openAskBetween(ctx.db, need.id, giverId);
  if (ask === null) return;
  await withdrawSilently(ctx, { ids: [ask] });
  await closeAsk(ctx.db, ask, ["withdrawn"], "yes", ctx.now());
  await planForGiver(ctx, giverId);
}
