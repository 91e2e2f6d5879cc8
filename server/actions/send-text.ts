import type { Question } from "#server/domain/question.ts";
import { quietUntil } from "#server/domain/quiet-hours.ts";
import { HELD_AT_NIGHT, PRIORITY, type TextKind } from "#server/domain/text-state.ts";
import type { Saying } from "#sms/messages/saying.ts";
import { say, sayTo } from "#sms/reply.ts";
import { countSegments } from "#sms/segments.ts";
import type { Context } from "../context.ts";
import { addOutboundText, keepForReading } from "../store/outbound-texts.ts";
import { receiverOf } from "../store/people.ts";
import { languageOf, speechOf } from "./speech.ts";

export type Sending = {
  readonly to: number;
  readonly kind: TextKind;
  readonly saying: Saying;
  /** The menu that the text opens on the receiver's phone. */
  readonly question?: Question;
  readonly askId?: number;
  /** The gathering that it reminds of. */
  readonly gatheringId?: number;
  readonly notAfter?: Date;
};

/**
 * Queues a text in the receiver's language, as part of the caller's transaction. Whether it may still go
 * (STOP, its time) is decided when it leaves. To a shared phone it says whom it is for; for somebody without any it
 * is kept, to be read out at the tent. To somebody who was forgotten: nothing.
 */
export async function sendText(ctx: Context, sending: Sending): Promise<void> {
  const receiver = await receiverOf(ctx.db, sending.to);
  if (!receiver) return;
  const now = ctx.now();
  const { handle } = receiver;
  const language = languageOf(ctx, receiver);
  const speech = speechOf(ctx);
  const body =
    handle === null ? say(sending.saying, language, speech) : sayTo(handle, sending.saying, language, speech);
  if (!receiver.phone) {
    if (handle === null) return;
    const letter = { personId: sending.to, kind: sending.kind, body: ctx.vault.seal("text", body), now };
    return keepForReading(ctx.db, letter);
  }
  const held = HELD_AT_NIGHT.some((kind) => kind === sending.kind);
  const quiet = held ? quietUntil(ctx.config.quietHours, now, ctx.config.timeZone) : null;
  await addOutboundText(ctx.db, {
    personId: receiver.id,
    kind: sending.kind,
    priority: PRIORITY[sending.kind],
    body: ctx.vault.seal("text", body),
    segments: countSegments(body),
    question: sending.question ?? null,
    askId: sending.askId ?? null,
    gatheringId: sending.gatheringId ?? null,
    dueAt: quiet ?? now,
    notAfter: sending.notAfter ?? null,
    now,
  });
}
