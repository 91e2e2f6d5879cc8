import { mayMove } from "#server/domain/card.ts";
import { numberFreeAt, postTimes } from "#server/domain/post-time.ts";
import type { Actor } from "#server/domain/role.ts";
import type { Context } from "../../context.ts";
import { openClaims } from "../../store/card-claims.ts";
import { addMove, type Door, type Reason } from "../../store/cards.ts";
import { linesOver } from "../../store/introductions.ts";
import { releaseNumber } from "../../store/numbers.ts";
import { addJob } from "../../store/outbox.ts";
import { type PostRow, reopenPost } from "../../store/posts.ts";
import { audit } from "../audit.ts";
import { endLine } from "../end-line.ts";
import { tendFrom } from "../plan-later.ts";
import { sendText } from "../send-text.ts";
import { viewCard } from "./view-card.ts";

/** Whoever holds it, or an organizer, who alone may open what was said to be given. By text its line is dropped. */
export type Reopener = "bearer" | Actor;

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
    const isTheirs = claims.length === 1 && (isHalf || view.state === "claimed");
    if (by === "bearer" && !isTheirs) return { ok: false, refusal: "not-yours" };
    await endLines(ctx, by === "bearer" ? (claims[0]?.postId ?? post.id) : post.id);
    if (view.state === "fulfilled" || view.state === "expired") await openAnew(ctx, post);
    await addMove(ctx.db, { cardId, move: "reopen", reason, door, at: ctx.now() });
    if (by !== "bearer") await audit(ctx, by, "open card again", `no. ${post.number}: ${reason}`);
    return { ok: true };
  });
}

async function endLines(ctx: Context, postId: number): Promise<void> {
  for (const line of await linesOver(ctx.db, postId, ctx.now())) {
    await endLine(ctx, line);
    for (const to of [line.neederId, line.giverId])
      await sendText(ctx, { to, kind: "notice", saying: { key: "cardBack", line: line.number } });
  }
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
