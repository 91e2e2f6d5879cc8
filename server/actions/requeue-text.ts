import type { TextState } from "#server/domain/text-state.ts";
import type { Context } from "../context.ts";
import { closeMenuOfAsk } from "../store/asks.ts";
import { followBroadcast } from "../store/broadcasts.ts";
import { moveText } from "../store/outbound-texts.ts";
import { addJob } from "../store/outbox.ts";
import { unspend } from "./spend.ts";

export type Returned = {
  readonly id: number;
  /** Which hand-over of it came to nothing. */
  readonly sends: number;
  readonly from: readonly TextState[];
  readonly lookedUp: boolean;
  readonly dueAt: Date;
};

/**
 * The carrier has not taken it: it waits again, wakes the sender itself, and the menu in it is on nobody's phone.
 * When its broadcast was paused or stopped while it was in hand, it is held or dropped like the others.
 */
export async function requeueText(ctx: Context, { id, sends, dueAt, ...move }: Returned): Promise<void> {
  await ctx.inTransaction(async (ctx) => {
    const now = ctx.now();
    const text = await moveText(ctx.db, { id, sends }, { ...move, to: "queued", dueAt, now });
    if (!text) return;
    if (text.askId) await closeMenuOfAsk(ctx.db, text.askId);
    await followBroadcast(ctx.db, id, now);
    await addJob(ctx.db, "send", 0, dueAt);
    await unspend(ctx, text);
  });
}
