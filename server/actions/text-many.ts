import { LANGUAGES, type Language } from "#server/domain/language.ts";
import { quietUntil } from "#server/domain/quiet-hours.ts";
import { HELD_AT_NIGHT, PRIORITY, type TextKind } from "#server/domain/text-state.ts";
import type { Saying } from "#sms/messages/saying.ts";
import { say } from "#sms/reply.ts";
import { countSegments } from "#sms/segments.ts";
import type { Context } from "../context.ts";
import { addJob } from "../store/outbox.ts";
import { addTextToMany, withoutPhone } from "../store/texts-to-many.ts";
import { sendText } from "./send-text.ts";
import { speechOf } from "./speech.ts";

type ToMany = {
  readonly to: readonly number[];
  readonly kind: TextKind;
  readonly saying: Saying;
  /** The gathering that it reminds of. */
  readonly gatheringId?: number;
  readonly notAfter: Date;
};

/**
 * Queues the same saying to many, each in their language, as part of the caller's transaction. Who is out or cannot be
 * texted is left out; returns to whom it goes.
 */
export async function textMany(ctx: Context, many: ToMany): Promise<readonly number[]> {
  if (many.to.length === 0) return [];
  const { quietHours, timeZone } = ctx.config;
  const held = HELD_AT_NIGHT.some((kind) => kind === many.kind);
  const dueAt = (held ? quietUntil(quietHours, ctx.now(), timeZone) : null) ?? ctx.now();
  const reached: number[] = [];
  for (const language of LANGUAGES) reached.push(...(await textThose(ctx, many, language, dueAt)));
  if (reached.length > 0) await addJob(ctx.db, "send", 0, dueAt);
  // Few: what they get says whom it is for.
  const others = await withoutPhone(ctx.db, many.to);
  for (const to of others) await sendText(ctx, { ...many, to });
  return [...reached, ...others];
}

async function textThose(
  ctx: Context,
  { to, kind, saying, gatheringId, notAfter }: ToMany,
  language: Language,
  dueAt: Date,
): Promise<readonly number[]> {
  const body = say(saying, language, speechOf(ctx));
  return addTextToMany(ctx.db, {
    personIds: to,
    language,
    defaultLanguage: ctx.config.defaultLanguage,
    kind,
    priority: PRIORITY[kind],
    body: ctx.vault.seal("text", body),
    segments: countSegments(body),
    gatheringId: gatheringId ?? null,
    dueAt,
    notAfter,
    now: ctx.now(),
  });
}
