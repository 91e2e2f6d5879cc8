import type { Context } from "../context.ts";
import { type AboutAsks, withdrawAsks } from "../store/asks.ts";
import { planForGiver, planForNeed } from "./plan-later.ts";
import { sendText } from "./send-text.ts";

/** Takes open asks of a need back and tells politely whoever had read one; those givers are free for others. */
export async function withdrawAndTell(
  ctx: Context,
  about: { needId: number } | { ids: readonly number[] },
  key: "askWithdrawn" | "askChanged" = "askWithdrawn",
): Promise<void> {
  for (const ask of await withdrawAsks(ctx.db, about, ctx.now())) {
    if (ask.told)
      await sendText(ctx, {
        to: ask.giverId,
        kind: "notice",
        saying: { key, need: ask.need },
      });
    await planForGiver(ctx, ask.giverId);
  }
}

/** Takes asks back without a word to those who were asked; the needs ask others. */
export async function withdrawSilently(ctx: Context, about: AboutAsks): Promise<void> {
  for (const ask of await withdrawAsks(ctx.db, about, ctx.now())) {
    await planForNeed(ctx, ask.needId);
    await planForGiver(ctx, ask.giverId);
  }
}
