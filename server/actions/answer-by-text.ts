import { PRIORITY } from "#server/domain/text-state.ts";
import { countSegments } from "#sms/segments.ts";
import type { Context } from "../context.ts";
import { addOutboundText } from "../store/outbound-texts.ts";

/** Answers by a text of our own, where no webhook waits for the answer. */
export async function answerByText(
  ctx: Context,
  personId: number,
  body: string,
  goodbye: boolean,
): Promise<void> {
  const kind = goodbye ? "goodbye" : "answer";
  const now = ctx.now();
  await addOutboundText(ctx.db, {
    personId,
    kind,
    priority: PRIORITY[kind],
    body: ctx.vault.seal("text", body),
    segments: countSegments(body),
    question: null,
    askId: null,
    dueAt: now,
    notAfter: null,
    now,
  });
}
