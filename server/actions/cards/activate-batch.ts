import { isLanguage } from "#server/domain/language.ts";
import { numberFreeAt, postTimes } from "#server/domain/post-time.ts";
import type { Actor } from "#server/domain/role.ts";
import type { Context } from "../../context.ts";
import { type Batch, cardsIn, lockBatch, markActivated, markRevoked } from "../../store/card-batches.ts";
import { addMoves, fillCard } from "../../store/cards.ts";
import { addPost } from "../../store/posts.ts";
import { audit } from "../audit.ts";
import { understoodAt } from "../read-thing.ts";
import { addStranger } from "./add-stranger.ts";

export type Activated =
  | { readonly ok: true }
  | { readonly ok: false; readonly refusal: "gone" | "already" | "over" };

/**
 * Makes a printed batch live, once. What each card carries is posted, in the name of the batch, for which the tent keeps
 * what comes; its digits cannot be printed again from here on.
 */
export async function activateBatch(
  ctx: Context,
  actor: Actor | "command line",
  batchId: number,
): Promise<Activated> {
  return ctx.inTransaction(async (ctx) => {
    const batch = await lockBatch(ctx.db, batchId);
    if (!batch || batch.revokedAt) return { ok: false, refusal: "gone" };
    if (batch.activatedAt) return { ok: false, refusal: "already" };
    const now = ctx.now();
    if (batch.endsAt && batch.endsAt <= now) return { ok: false, refusal: "over" };
    const ids = (await cardsIn(ctx.db, batchId)).map((card) => card.id);
    await fillAll(ctx, batch, ids);
    await markActivated(ctx.db, batchId, now);
    await addMoves(ctx.db, ids, { move: "activate", door: "console", at: now });
    await audit(ctx, actor, "activate cards", `batch ${batchId}`);
    return { ok: true };
  });
}

async function fillAll(ctx: Context, batch: Batch, ids: readonly number[]): Promise<void> {
  const { kind, words, postId } = batch;
  if (kind === null || words === null) return;
  if (postId !== null) {
    for (const id of ids) await fillCard(ctx.db, id, postId, ctx.now());
    return;
  }
  const language = isLanguage(batch.language) ? batch.language : ctx.config.defaultLanguage;
  const personId = await addStranger(ctx, `${NAMES[language]} ${batch.id}`, language);
  const now = ctx.now();
  // Till Friday is the Friday that was meant when it was printed.
  const said = understoodAt(ctx, words, batch.createdAt);
  const { expiresAt } = postTimes(batch.createdAt, said.until, ctx.config.postExpiryDays);
  for (const id of ids) {
    const numbers = { expiresAt, tendAt: expiresAt, numberFreeAt: numberFreeAt(expiresAt), now };
    const post = await addPost(ctx.db, { ...said, ...numbers, words, kind, personId, language });
    await fillCard(ctx.db, id, post.id, now);
  }
}

const NAMES = { en: "Cards", es: "Tarjetas" } as const;

/** Every card of the batch is void from here on, live or not. False: it was, or there is none. */
export async function revokeBatch(ctx: Context, actor: Actor, batchId: number): Promise<boolean> {
  return ctx.inTransaction(async (ctx) => {
    const batch = await lockBatch(ctx.db, batchId);
    if (!batch || batch.revokedAt) return false;
    await markRevoked(ctx.db, batchId, ctx.now());
    await audit(ctx, actor, "revoke cards", `batch ${batchId}`);
    return true;
  });
}
