import type { Actor } from "#server/domain/role.ts";
import { PRIORITY } from "#server/domain/text-state.ts";
import { broadcastText } from "#sms/broadcast.ts";
import { countSegments } from "#sms/segments.ts";
import type { Context } from "../context.ts";
import { addOutboundText } from "../store/outbound-texts.ts";
import { audit } from "./audit.ts";
import { viewBroadcast } from "./view-broadcast.ts";

/** Texts a broadcast to the phone of whoever may look at it, exactly as it would go to all. */
export async function testBroadcast(ctx: Context, by: Actor, id: number): Promise<void> {
  const broadcast = await viewBroadcast(ctx, by, id);
  if (!broadcast) return;
  const text = broadcastText(ctx.config.nodeName, broadcast.words);
  const now = ctx.now();
  await ctx.inTransaction(async (ctx) => {
    await audit(ctx, by, "test broadcast", `no. ${id}`);
    await addOutboundText(ctx.db, {
      personId: by.personId,
      kind: "answer",
      priority: PRIORITY.answer,
      body: ctx.vault.seal("text", text),
      segments: countSegments(text),
      question: null,
      askId: null,
      dueAt: now,
      notAfter: null,
      now,
    });
  });
}
