import { mayMove } from "#server/domain/card.ts";
import { numberFreeAt, postTimes } from "#server/domain/post-time.ts";
import type { Context } from "../../context.ts";
import { type Claim, openClaims } from "../../store/card-claims.ts";
import { addMove, type Door, type Reason } from "../../store/cards.ts";
import { linesOver } from "../../store/introductions.ts";
import { releaseNumber } from "../../store/numbers.ts";
import { addJob } from "../../store/outbox.ts";
import { type PostRow, reopenPost } from "../../store/posts.ts";
import { endLine } from "../end-line.ts";
import { tendFrom } from "../plan-later.ts";
import { sendText } from "../send-text.ts";
import { type CardView, viewCard } from "./view-card.ts";

/** A phone that took or owns it, whoever holds it, or an organizer, who alone may open what was said to be given. */
export type Reopener = { readonly personId: number } | "bearer" | "organizer";

export type Reopened =
  | { readonly ok: true; readonly post: PostRow }
  | { readonly ok: false; readonly refusal: "not-yours" | "not-taken"; readonly view: CardView | null };

/** It did not come about: the card is good for the next one. What was taken goes back, and the other side hears so. */
export async function reopenCard(
  ctx: Context,
  how: { readonly cardId: number; readonly by: Reopener; readonly reason: Reason; readonly door: Door },
): Promise<Reopened> {
  return ctx.inTransaction(async (ctx) => {
    const view = await viewCard(ctx, how.cardId);
    const post = view?.post;
    if (!view || !post) return { ok: false, refusal: "not-taken", view };
    const claims = await openClaims(ctx.db, how.cardId);
    const isHalf = view.state === "active" && claims.length > 0;
    if (!isHalf && !mayMove(view.state, "reopen")) return { ok: false, refusal: "not-taken", view };
    const mine = theirs(how.by, post, claims);
    if (mine === null || (how.by !== "organizer" && view.state !== "claimed" && !isHalf))
      return { ok: false, refusal: "not-yours", view };
    for (const claim of mine) await giveBack(ctx, claim);
    if (view.state === "fulfilled" || view.state === "expired") await openAnew(ctx, post);
    await addMove(ctx.db, {
      cardId: how.cardId,
      move: "reopen",
      reason: how.reason,
      door: how.door,
      at: ctx.now(),
    });
    return { ok: true, post };
  });
}

/** The claims that this one may give back; null: none of it is theirs. */
function theirs(by: Reopener, post: PostRow, claims: readonly Claim[]): readonly Claim[] | null {
  if (by === "organizer") return claims;
  if (by === "bearer") return claims.length === 1 ? claims : null;
  if (by.personId === post.personId) return claims;
  const own = claims.filter((claim) => claim.personId === by.personId);
  return own.length > 0 ? own : null;
}

async function giveBack(ctx: Context, claim: Claim): Promise<void> {
  for (const line of await linesOver(ctx.db, claim.postId, ctx.now())) {
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
