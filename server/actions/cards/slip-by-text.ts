import type { Context } from "../../context.ts";
import { claimOfPost } from "../../store/card-claims.ts";
import { lockPost } from "../../store/posts.ts";
import { lettersFor } from "../../store/tent.ts";
import { endPost } from "../end-post.ts";
import { answer, type Outcome } from "../visit.ts";
import { finishCard } from "./finish-card.ts";

/** The digits of a slip, from any phone: how that post stands, and whether words wait at the tent. */
export async function showSlip(ctx: Context, postId: number): Promise<Outcome> {
  const post = await lockPost(ctx.db, postId);
  if (!post) return answer({ key: "cardNotLive" });
  const letters = await lettersFor(ctx.db, post.personId);
  return answer({ key: "slip", number: post.number, post, state: post.state, letters: letters.length });
}

/** DONE and a slip's digits close its post, as the owner would; who took a card finishes the card. */
export async function finishSlip(ctx: Context, postId: number): Promise<Outcome> {
  const claim = await claimOfPost(ctx.db, postId);
  if (claim) {
    const done = await finishCard(ctx, { cardId: claim.cardId, by: claim.personId, door: "text" });
    return answer(
      done.ok ? { key: "cardDone", post: done.post, isHalf: done.isHalf } : { key: "cardNotTaken" },
    );
  }
  const post = await lockPost(ctx.db, postId);
  if (!post) return answer({ key: "cardNotLive" });
  if (post.state !== "open" && post.state !== "filled")
    return answer({ key: "numberClosed", number: post.number });
  await endPost(ctx, post, "done", post.personId);
  return answer({ key: "done", number: post.number });
}
