import { startOf } from "#server/domain/broadcast.ts";
import { QUESTION_MS } from "#server/domain/question.ts";
import { quietUntil } from "#server/domain/quiet-hours.ts";
import { PRIORITY } from "#server/domain/text-state.ts";
import { broadcastText } from "#sms/broadcast.ts";
import type { Saying } from "#sms/messages/saying.ts";
import { say } from "#sms/reply.ts";
import { countSegments } from "#sms/segments.ts";
import type { Context } from "../context.ts";
import { audienceNames } from "../store/audience-names.ts";
import type { BroadcastRow } from "../store/broadcasts.ts";
import { addOutboundText } from "../store/outbound-texts.ts";
import { addJob } from "../store/outbox.ts";
import { receiverOf } from "../store/people.ts";
import { noteAsked } from "../store/releases.ts";
import type { BroadcastCost } from "./cost-broadcast.ts";
import { sendText } from "./send-text.ts";
import { languageOf, speechOf } from "./speech.ts";
import { whoMayRelease } from "./who-may-release.ts";

/**
 * Asks whoever may release it, each with the whole of what they release: where its words do not fit beside the menu they
 * come first, as everybody will read them. Returns how many were asked.
 */
export async function askToRelease(ctx: Context, row: BroadcastRow, cost: BroadcastCost): Promise<number> {
  const asked = await whoMayRelease(ctx, row.createdById);
  const menu = await releaseMenu(ctx, row, cost);
  for (const to of asked) await askOne(ctx, row, to, menu);
  await noteAsked(ctx.db, row.id, asked);
  if (asked.length > 0)
    await addJob(ctx.db, "tend-release", row.id, new Date(ctx.now().getTime() + QUESTION_MS));
  return asked.length;
}

async function askOne(ctx: Context, row: BroadcastRow, to: number, menu: ReleaseMenu): Promise<void> {
  const receiver = await receiverOf(ctx.db, to);
  if (!receiver) return;
  const [language, speech] = [languageOf(ctx, receiver), speechOf(ctx)];
  const isWordless = say(menu, language, speech) === say({ ...menu, words: null }, language, speech);
  if (isWordless) await sendWords(ctx, to, row.words);
  const question = { kind: "release", broadcast: row.id } as const;
  await sendText(ctx, { to, kind: "notice", saying: menu, question });
}

async function sendWords(ctx: Context, personId: number, words: string): Promise<void> {
  const text = broadcastText(ctx.config.nodeName, words);
  const now = ctx.now();
  await addOutboundText(ctx.db, {
    personId,
    kind: "notice",
    priority: PRIORITY.notice,
    body: ctx.vault.seal("text", text),
    segments: countSegments(text),
    question: null,
    askId: null,
    dueAt: now,
    notAfter: null,
    now,
  });
}

type ReleaseMenu = Extract<Saying, { key: "castRelease" }>;

/** What is released: the words, who gets them, when and until when. */
export async function releaseMenu(
  ctx: Context,
  row: BroadcastRow,
  { people, seconds }: BroadcastCost,
): Promise<ReleaseMenu> {
  const { audience, urgent, notAfter, words, createdBy: by } = row;
  const names = (await audienceNames(ctx.db, [audience]))(audience);
  const language = audience.kind === "same" ? null : audience.language;
  const startsAt = laterStart(ctx, row);
  const named = { kind: audience.kind, names, language };
  return { key: "castRelease", by, people, seconds, audience: named, startsAt, notAfter, urgent, words };
}

/** When it would go if it were released now; null when that is at once. */
export function laterStart(
  ctx: Context,
  { scheduledAt, notAfter, urgent }: Pick<BroadcastRow, "scheduledAt" | "notAfter" | "urgent">,
): Date | null {
  const { quietHours, timeZone } = ctx.config;
  const now = ctx.now();
  const timing = { now, scheduledAt, notAfter, urgent };
  const startsAt = startOf({ ...timing, quietUntil: (at) => quietUntil(quietHours, at, timeZone) });
  return startsAt.getTime() - now.getTime() > 60_000 ? startsAt : null;
}
