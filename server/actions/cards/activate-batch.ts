import { isLanguage } from "#server/domain/language.ts";
import { numberFreeAt, postTimes } from "#server/domain/post-time.ts";
import type { Actor } from "#server/domain/role.ts";
import type { Context } from "../../context.ts";
import {
  type Batch,
  cardsIn,
  lockBatch,
  markActivated,
  markRevoked,
  postsOfBatch,
} from "../../store/card-batches.ts";
import { addMoves, fillCard } from "../../store/cards.ts";
import { addPost, lockPost } from "../../store/posts.ts";
import { audit } from "../audit.ts";
import { endPost } from "../end-post.ts";
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
    if ((batch.endsAt && batch.endsAt <= now) || !(await isStillThere(ctx, batch)))
      return { ok: false, refusal: "over" };
    const ids = (await cardsIn(ctx.db, batchId)).map((card) => card.id);
    await fillAll(ctx, batch, ids);
    await markActivated(ctx.db, batchId, now);
    await addMoves(ctx.db, ids, { move: "activate", door: "console", at: now });
    await audit(ctx, actor, "activate cards", `batch ${batchId}`);
    return { ok: true };
  });
}

/** A post that the cards were printed for may be closed or forgotten since. */
async function isStillThere(ctx: Context, batch: Batch): Promise<boolean> {
  if (!batch.carriesPost) return true;
  const post = batch.postId === null ? null : await lockPost(ctx.db, batch.postId);
  return post?.state === "open" && !post.hidden;
}

async function fillAll(ctx: Context, batch: Batch, ids: readonly number[]): Promise<void> {
  const { kind, words, postId } = batch;
  if (kind === null || words === null) return;
  if (batch.carriesPost && postId !== null) {
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

/** Every card of the batch is void from here on, live or not; so is what only they carried. False: it was, or there is none. */
export async function revokeBatch(ctx: Context, actor: Actor, batchId: number): Promise<boolean> {
  return ctx.inTransaction(async (ctx) => {
    const batch = await lockBatch(ctx.db, batchId);
    if (!batch || batch.revokedAt) return false;
    await markRevoked(ctx.db, batchId, ctx.now());
    await dropPosts(ctx, batch);
    await audit(ctx, actor, "revoke cards", `batch ${batchId}`);
    return true;
  });
}

/** What was posted for the batch alone; who took one of its cards hears that it is over. */
async function dropPosts(ctx: Context, batch: Batch): Promise<void> {
  if (batch.carriesPost || batch.words === null) return;
  for (const id of await postsOfBatch(ctx.db, batch.id)) {
    const post = await lockPost(ctx.db, id);
    if (post?.state === "open" || post?.state === "filled") await endPost(ctx, post, "dropped", null);
  }
}
