import type { Context } from "../context.ts";
import { runningBroadcasts } from "../store/broadcasts.ts";
import { addInboxEntry } from "../store/inbox.ts";
import { haltSender } from "../store/senders.ts";
import { pauseAllBroadcasts } from "./steer-broadcast.ts";

/** Stops the sender for every worker and says so where people look: log, metrics, readiness, the organizers' inbox. */
export async function haltSending(ctx: Context, code: string): Promise<void> {
  const first = await ctx.inTransaction(async (ctx) => {
    const now = ctx.now();
    const halted = await haltSender(ctx.db, ctx.carrier.sender, code, now);
    const entry = { personId: null, textId: null, reason: "sender", urgent: true, createdAt: now } as const;
    if (halted) await addInboxEntry(ctx.db, entry);
    if (halted) await pauseAllBroadcasts(ctx, await runningBroadcasts(ctx.db));
    return halted;
  });
  if (!first) return;
  ctx.log.fatal(
    { code },
    "The carrier refuses this sender: no text leaves until this is mended and the worker restarted.",
  );
}
