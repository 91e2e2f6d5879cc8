import type { Context } from "../context.ts";
import { addInboxEntry } from "../store/inbox.ts";
import { haltSender } from "../store/senders.ts";

/** Stops the sender for every worker and says so where people look: log, metrics, readiness, the organizers' inbox. */
export async function haltSending(ctx: Context, code: string): Promise<void> {
  const now = ctx.now();
  const first = await haltSender(ctx.db, ctx.carrier.sender, code, now);
  if (!first) return;
  ctx.log.fatal(
    { code },
    "The carrier refuses this sender: no text leaves until this is mended and the worker restarted.",
  );
  await addInboxEntry(ctx.db, {
    personId: null,
    textId: null,
    reason: "sender",
    urgent: true,
    createdAt: now,
  });
}
