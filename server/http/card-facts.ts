import { randomUUID } from "node:crypto";
import type { CardFacts, Said } from "#kiosk/card/page.ts";
import { readableNumber } from "#kiosk/readable-number.ts";
import type { Language } from "#server/domain/language.ts";
import type { CardView } from "../actions/cards/view-card.ts";
import type { Context } from "../context.ts";
import { likeIt } from "../store/like-it.ts";
import { timeIn } from "./organize/frame.ts";

/** What the page of a card shows; `view` null: there is no such card. */
export async function cardFacts(
  ctx: Context,
  view: CardView | null,
  at: {
    readonly path: string;
    readonly query: string;
    readonly language: Language;
    readonly said: Said | null;
  },
): Promise<CardFacts> {
  const post = view?.post ?? null;
  const state = view?.state ?? "void";
  const isOver = state === "claimed" || state === "fulfilled" || state === "expired";
  const ends = post && (post.until ?? post.expiresAt);
  return {
    nodeName: ctx.config.nodeName,
    number: readableNumber(ctx.carrier.sender),
    ...at,
    nonce: randomUUID(),
    state,
    isReplaced: view?.card.isReplaced ?? false,
    kind: post?.kind ?? null,
    words: post?.words ?? null,
    place: view?.card.place ?? null,
    until: ends && timeIn(at.language, ctx, ends),
    left: post?.remaining ?? null,
    takenAt: view?.takenAt ? timeIn(at.language, ctx, view.takenAt) : null,
    hands: view?.card.hands ?? 0,
    near: post && isOver ? await likeIt(ctx.db, post, ctx.now()) : null,
  };
}
