import { randomUUID } from "node:crypto";
import type { Context as Request } from "hono";
import type { CardFacts } from "#kiosk/card/page.ts";
import { readableNumber } from "#kiosk/readable-number.ts";
import { isLanguage, type Language } from "#server/domain/language.ts";
import type { CardView } from "../../actions/cards/view-card.ts";
import type { Context } from "../../context.ts";
import { likeIt } from "../../store/like-it.ts";
import { timeIn } from "../organize/frame.ts";

type Shown = Pick<CardFacts, "path" | "again" | "seen" | "query" | "language" | "said" | "people">;

/** What the page of a card shows; `view` null: there is no such card. */
export async function cardFacts(ctx: Context, view: CardView | null, shown: Shown): Promise<CardFacts> {
  const post = view?.post ?? null;
  const state = view?.state ?? "void";
  const isOver = state === "claimed" || state === "fulfilled" || state === "expired";
  const ends = post && (post.until ?? post.expiresAt);
  return {
    nodeName: ctx.config.nodeName,
    number: readableNumber(ctx.carrier.sender),
    ...shown,
    nonce: randomUUID(),
    state,
    isReplaced: view?.card.isReplaced ?? false,
    kind: post?.kind ?? null,
    words: post?.words ?? null,
    place: view?.card.place ?? null,
    until: ends && timeIn(shown.language, ctx, ends),
    left: post?.remaining ?? null,
    takenAt: view?.takenAt ? timeIn(shown.language, ctx, view.takenAt) : null,
    hands: view?.card.hands ?? 0,
    near: post && isOver ? await likeIt(ctx.db, post, ctx.now()) : null,
  };
}

/** As chosen on the page, else the browser's, else the camp's. */
export function languageOf(ctx: Context, c: Request): Language {
  const wished = [c.req.query("lang"), c.req.header("accept-language")?.slice(0, 2)];
  return wished.find((each) => isLanguage(each)) ?? ctx.config.defaultLanguage;
}

/** The language that was chosen on the page, for its buttons to keep. */
export function queryOf(ctx: Context, c: Request): string {
  const language = languageOf(ctx, c);
  return c.req.query("lang") === language ? `?lang=${language}` : "";
}
