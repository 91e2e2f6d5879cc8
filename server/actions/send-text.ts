import type { Question } from "#server/domain/question.ts";
import { quietUntil } from "#server/domain/quiet-hours.ts";
import { HELD_AT_NIGHT, PRIORITY, type TextKind } from "#server/domain/text-state.ts";
import type { Saying } from "#sms/messages/saying.ts";
import { say } from "#sms/reply.ts";
import { countSegments } from "#sms/segments.ts";
import type { Context } from "../context.ts";
import { addOutboundText } from "../store/outbound-texts.ts";
import { receiverOf } from "../store/people.ts";
import { languageOf, speechOf } from "./speech.ts";

export type Sending = {
  readonly to: number;
  readonly kind: TextKind;
  readonly saying: Saying;
  /** The menu that the text opens on the receiver's phone. */
  readonly question?: Question;
  readonly askId?: number;
  readonly notAfter?: Date;
};

/**
 * Queues a text in the receiver's language, as part of the caller's transaction. Whether it may still go
 * (STOP, its time) is decided when it leaves. To somebody who was forgotten: nothing.
 */
export async function sendText(ctx: Context, sending: Sending): Promise<void> {
  const receiver = await receiverOf(ctx.db, sending.to);
  if (!receiver?.phone) return;
  const now = ctx.now();
  const body = say(sending.saying, languageOf(ctx, receiver), speechOf(ctx));
  const held = HELD_AT_NIGHT.some((kind) => kind === sending.kind);
  const quiet = held ? quietUntil(ctx.config.quietHours, now, ctx.config.timeZone) : null;
  await addOutboundText(ctx.db, {
    personId: sending.to,
    kind: sending.kind,
    priority: PRIORITY[sending.kind],
    body: ctx.vault.seal("text", body),
    segments: countSegments(body),
    question: sending.question ?? null,
    askId: sending.askId ?? null,
    dueAt: quiet ?? now,
    notAfter: sending.notAfter ?? null,
    now,
  });
}
