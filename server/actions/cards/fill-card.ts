import { mayMove } from "#server/domain/card.ts";
import type { Language } from "#server/domain/language.ts";
import type { PostKind } from "#server/domain/post.ts";
import { numberFreeAt } from "#server/domain/post-time.ts";
import type { Context } from "../../context.ts";
import { addMove, type Door, fillCard } from "../../store/cards.ts";
import { addPost } from "../../store/posts.ts";
import { type ReadThing, readThing } from "../read-thing.ts";
import { addStranger } from "./add-stranger.ts";
import type { Taker } from "./claim-card.ts";
import { makeSlip } from "./make-slip.ts";
import { type CardView, viewCard } from "./view-card.ts";

export type Filling = {
  readonly cardId: number;
  readonly by: Taker;
  readonly language: Language;
  readonly door: Door;
  readonly kind: PostKind;
  readonly words: string;
};

export type Filled =
  | { readonly ok: true; readonly number: number; readonly post: ReadThing; readonly slip: string | null }
  | { readonly ok: false; readonly refusal: "not-blank" | "no-thing"; readonly view: CardView | null };

/** Gives a blank card its meaning: a post like any other, matched by text too, of whoever says it. */
export async function fillBlank(ctx: Context, filling: Filling): Promise<Filled> {
  return ctx.inTransaction(async (ctx) => {
    const view = await viewCard(ctx, filling.cardId);
    if (!view || !mayMove(view.state, "fill")) return { ok: false, refusal: "not-blank", view };
    const post = readThing(ctx, filling.words);
    if (!post.thing) return { ok: false, refusal: "no-thing", view };
    const { by, language, kind, cardId, door } = filling;
    const personId = by.kind === "person" ? by.personId : await addStranger(ctx, by.handle, language);
    const { remindAt, ...words } = post;
    const { id, number } = await addPost(ctx.db, {
      ...words,
      kind,
      personId,
      language,
      tendAt: remindAt ?? post.expiresAt,
      numberFreeAt: numberFreeAt(post.expiresAt),
    });
    await fillCard(ctx.db, cardId, id, ctx.now());
    await addMove(ctx.db, { cardId, move: "fill", door, at: ctx.now() });
    const slip = door === "text" ? null : await makeSlip(ctx, id, null);
    return { ok: true, number, post, slip };
  });
}
