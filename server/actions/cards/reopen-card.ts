import { mayMove } from "#server/domain/card.ts";
import { numberFreeAt, postTimes } from "#server/domain/post-time.ts";
import type { Actor } from "#server/domain/role.ts";
import type { Context } from "../../context.ts";
import { type Claim, openClaims } from "../../store/card-claims.ts";
import { addMove, type Door, type Reason } from "../../store/cards.ts";
import { linesOver } from "../../store/introductions.ts";
import { releaseNumber } from "../../store/numbers.ts";
import { addJob } from "../../store/outbox.ts";
import { closePost, lockPost, type PostRow, reopenPost, setLeft } from "../../store/posts.ts";
import { audit } from "../audit.ts";
import { endLine } from "../end-line.ts";
import { tendFrom } from "../plan-later.ts";
import { sendText } from "../send-text.ts";
import { viewCard } from "./view-card.ts";

/** Who took it or owns it, by their slip, or an organizer, who alone may open what was said to be given. By text its line is dropped. */
export type Reopener = { readonly personId: number } | { readonly organizer: Actor };

export type Reopened =
  | { readonly ok: true }
  | { readonly ok: false; readonly refusal: "not-yours" | "not-taken" };

/** It did not come about: the card is good for the next one. What was taken goes back, and both sides hear so. */
export async function reopenCard(
  ctx: Context,
  how: { readonly cardId: number; readonly by: Reopener; readonly reason: Reason; readonly door: Door },
): Promise<Reopened> {
  return ctx.inTransaction(async (ctx) => {
    const { cardId, by, reason, door } = how;
    const view = await viewCard(ctx, cardId);
    const post = view?.post;
    if (!view || !post) return { ok: false, refusal: "not-taken" };
    const claims = await openClaims(ctx.db, cardId);
    const isHalf = view.state === "active" && claims.length > 0;
    if (!isHalf && !mayMove(view.state, "reopen")) return { ok: false, refusal: "not-taken" };
    const isAny = "organizer" in by || (by.personId === post.personId && claims.length > 0);
    const own = isAny ? claims : claims.filter((claim) => claim.personId === by.personId);
    if (!isAny && own.length === 0) return { ok: false, refusal: "not-yours" };
    if (isAny && claims.length === 0) await endLines(ctx, post.id);
    for (const claim of own) await giveBack(ctx, post, claim);
    if (view.state === "fulfilled" || view.state === "expired") await openAnew(ctx, post);
    await addMove(ctx.db, { cardId, move: "reopen", reason, door, at: ctx.now() });
    if ("organizer" in by) await audit(ctx, by.organizer, "open card again", `no. ${post.number}: ${reason}`);
    return { ok: true };
  });
}

/** A claim whose line is over by time still holds its pieces: they go back without one. */
async function giveBack(ctx: Context, post: PostRow, claim: Claim): Promise<void> {
  if ((await endLines(ctx, claim.postId)) > 0) return;
  const standIn = await lockPost(ctx.db, claim.postId);
  if (standIn?.state !== "filled") return;
  await closePost(ctx.db, standIn.id, "dropped", ctx.now());
  const left = post.quantity === null ? null : (post.remaining ?? 0) + (standIn.quantity ?? 1);
  await setLeft(ctx.db, post.id, left, "open");
  await addJob(ctx.db, "match", post.id, ctx.now());
}

async function endLines(ctx: Context, postId: number): Promise<number> {
  const lines = await linesOver(ctx.db, postId, ctx.now());
  for (const line of lines) {
    await endLine(ctx, line);
    for (const to of [line.neederId, line.giverId])
      await sendText(ctx, { to, kind: "notice", saying: { key: "cardBack", line: line.number } });
  }
  return lines.length;
}

async function openAnew(ctx: Context, post: PostRow): Promise<void> {
  const now = ctx.now();
  const until = post.until !== null && post.until > now ? post.until : null;
  const { expiresAt, remindAt } = postTimes(now, until, ctx.config.postExpiryDays);
  await reopenPost(ctx.db, post.id, {
    expiresAt,
    until,
    untilTimed: until !== null && post.untilTimed,
    left: post.remaining || post.quantity,
  });
  await releaseNumber(ctx.db, post.number, numberFreeAt(expiresAt));
  await tendFrom(ctx, post.id, remindAt ?? expiresAt);
  await addJob(ctx.db, "match", post.id, now);
}
