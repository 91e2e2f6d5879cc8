import { mayMove } from "#server/domain/card.ts";
import type { Context } from "../../context.ts";
import { type Claim, openClaims } from "../../store/card-claims.ts";
import { addMove, type Door } from "../../store/cards.ts";
import { closeLine, linesOver } from "../../store/introductions.ts";
import { sharersOf } from "../../store/people.ts";
import { closePost, type PostRow } from "../../store/posts.ts";
import { endPost } from "../end-post.ts";
import { sendText } from "../send-text.ts";
import { type CardView, viewCard } from "./view-card.ts";

/** Who says that it was given: somebody by their phone or slip, or a helper at the console for whoever it is. */
export type Finisher = { readonly personId: number } | "helper";

export type Finished =
  | {
      readonly ok: true;
      readonly post: PostRow /** The rest of it stays as it is. */;
      readonly isHalf: boolean;
    }
  | { readonly ok: false; readonly refusal: "not-yours" | "over"; readonly view: CardView | null };

/**
 * The card has done its work: its post is closed, and the other side hears so. Who took a part of it closes that part
 * alone; the last part closes the card.
 */
export async function finishCard(
  ctx: Context,
  { cardId, by, door }: { readonly cardId: number; readonly by: Finisher; readonly door: Door },
): Promise<Finished> {
  return ctx.inTransaction(async (ctx) => {
    const view = await viewCard(ctx, cardId);
    const post = view?.post;
    if (!view || !post || !mayMove(view.state, "fulfil")) return { ok: false, refusal: "over", view };
    const claims = await openClaims(ctx.db, cardId);
    const owns = by === "helper" ? claims.length > 0 : await isTheirs(ctx, post, by.personId);
    const own = by === "helper" ? claims : claims.filter((each) => each.personId === by.personId);
    if (!owns && own.length === 0) return { ok: false, refusal: "not-yours", view };
    const isHalf = !owns && (view.state === "active" || own.length < claims.length);
    if (isHalf) for (const claim of own) await endClaim(ctx, post, claim);
    else await endPost(ctx, post, "done", by === "helper" ? null : by.personId);
    await addMove(ctx.db, { cardId, move: "fulfil", door, at: ctx.now() });
    return { ok: true, post, isHalf };
  });
}

/** Also who lends their phone to the owner may say it. */
async function isTheirs(ctx: Context, post: PostRow, personId: number): Promise<boolean> {
  return post.personId === personId || (await sharersOf(ctx.db, personId)).includes(post.personId);
}

/** A part was given: its line is over, and the owner hears so. What it promised stays given. */
async function endClaim(ctx: Context, post: PostRow, claim: Claim): Promise<void> {
  await closePost(ctx.db, claim.postId, "done", ctx.now());
  for (const line of await linesOver(ctx.db, claim.postId, ctx.now())) {
    await closeLine(ctx.db, line.id, ctx.now());
    await sendText(ctx, {
      to: post.personId,
      kind: "notice",
      saying: { key: "cardPartDone", number: post.number, line: line.number },
    });
  }
}
