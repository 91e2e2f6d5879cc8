import type { Context } from "../../context.ts";
import { openClaims } from "../../store/card-claims.ts";
import { isOut } from "../../store/consents.ts";
import { linesOver } from "../../store/introductions.ts";
import { likeIt } from "../../store/like-it.ts";
import type { PostRow } from "../../store/posts.ts";
import { answer, type Outcome, type Visit } from "../visit.ts";
import { type CardView, viewCard } from "./view-card.ts";

/** Says what a card is, to a phone, and what to do with it. */
export async function sayCard(
  ctx: Context,
  visit: Visit,
  cardId: number,
  code: string | null,
): Promise<Outcome> {
  const view = await viewCard(ctx, cardId);
  if (!view) return answer({ key: "cardNotLive" });
  const { post, state, card } = view;
  if (state === "blank") return sayBlank(code);
  if (state !== "active" || !post) return sayOver(ctx, visit, view, code);
  const own = await sayOwn(ctx, visit, view, post);
  if (own) return own;
  if (await isOut(ctx.db, post.personId)) return answer({ key: "cardNotLive" });
  const left = { ...post, quantity: post.remaining };
  const key = post.kind === "need" ? "cardNeed" : "cardGift";
  return answer({ key, post: left, place: card.place }, { kind: "card", card: card.id, alike: false });
}

/** To its owner, and to who took it, the card is something else. */
export async function sayOwn(
  ctx: Context,
  visit: Visit,
  view: CardView,
  post: PostRow,
): Promise<Outcome | null> {
  const claims = await openClaims(ctx.db, view.card.id);
  if (post.personId === visit.personId)
    return answer({
      key: "cardOwn",
      number: post.number,
      post,
      isTaken: claims.length > 0 || view.state !== "active",
    });
  const mine = claims.find((claim) => claim.personId === visit.personId);
  const [line] = mine ? await linesOver(ctx.db, mine.postId, ctx.now()) : [];
  return line ? answer({ key: "cardYours", line: line.number, post, kind: post.kind }) : null;
}

/** What somebody hears of a card that is not to be had: kindly, and what else there is. */
export async function sayOver(
  ctx: Context,
  visit: Visit,
  view: CardView,
  code: string | null,
): Promise<Outcome> {
  const { post, state, card } = view;
  if (state === "blank") return sayBlank(code);
  if (!post || state === "void" || state === "printed") return answer({ key: "cardNotLive" });
  const own = state === "claimed" ? await sayOwn(ctx, visit, view, post) : null;
  if (own) return own;
  const question = { kind: "card", card: card.id, alike: true } as const;
  const { kind } = post;
  const near = await likeIt(ctx.db, post, ctx.now());
  if (state === "expired") return answer({ key: "cardExpired", kind, near }, question);
  return answer({ key: "cardOver", kind, at: view.takenAt, isDone: state === "fulfilled", near }, question);
}

function sayBlank(code: string | null): Outcome {
  return answer(code === null ? { key: "cardHow" } : { key: "cardBlank", code });
}
