import { type Audience, MOST_SEGMENTS } from "#server/domain/broadcast.ts";
import type { Actor } from "#server/domain/role.ts";
import { broadcastText } from "#sms/broadcast.ts";
import { countSegments } from "#sms/segments.ts";
import type { Context } from "../context.ts";
import { addBroadcast, editDraft, lockBroadcast } from "../store/broadcasts.ts";
import { audit } from "./audit.ts";
import { mayWrite } from "./may-write.ts";

export type Draft = {
  readonly words: string;
  readonly audience: Audience;
  readonly urgent: boolean;
  readonly gatheringId: number | null;
  readonly correctsId: number | null;
  readonly scheduledAt: Date | null;
  readonly notAfter: Date | null;
};
export type DraftOutcome =
  | { readonly ok: true; readonly id: number }
  | { readonly ok: false; readonly refusal: "no-words" | "too-long" | "not-allowed" | "no-draft" };

/**
 * Writes a broadcast down, or anew while it is a draft: by whoever may write to the audience it had and to the one it
 * gets. Nothing leaves by this.
 */
export async function draftBroadcast(
  ctx: Context,
  by: Actor,
  draft: Draft,
  id: number | null = null,
): Promise<DraftOutcome> {
  if (!draft.words.trim()) return { ok: false, refusal: "no-words" };
  if (countSegments(broadcastText(ctx.config.nodeName, draft.words)) > MOST_SEGMENTS)
    return { ok: false, refusal: "too-long" };
  if (!(await mayWrite(ctx, by, draft.audience))) return { ok: false, refusal: "not-allowed" };
  return ctx.inTransaction(async (ctx) => {
    if (id !== null) return rewrite(ctx, by, draft, id);
    const who = { createdById: by.personId, createdBy: by.name, createdAt: ctx.now() };
    const made = await addBroadcast(ctx.db, { ...draft, ...who });
    await audit(ctx, by, "write broadcast", `no. ${made}`);
    return { ok: true, id: made };
  });
}

async function rewrite(ctx: Context, by: Actor, draft: Draft, id: number): Promise<DraftOutcome> {
  const stood = await lockBroadcast(ctx.db, id);
  if (stood?.state !== "draft") return { ok: false, refusal: "no-draft" };
  if (!(await mayWrite(ctx, by, stood.audience))) return { ok: false, refusal: "not-allowed" };
  const { correctsId: _, ...changes } = draft;
  // Whoever changes the words is who wrote them: nobody releases words of their own.
  await editDraft(ctx.db, id, { ...changes, createdById: by.personId, createdBy: by.name });
  await audit(ctx, by, "change broadcast", `no. ${id}`);
  return { ok: true, id };
}
