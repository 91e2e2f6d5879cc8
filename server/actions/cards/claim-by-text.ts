import type { Context } from "../../context.ts";
import { postThing } from "../post-thing.ts";
import { answer, type Outcome, type Visit } from "../visit.ts";
import { claimCard } from "./claim-card.ts";
import { sayOver, sayOwn } from "./say-card.ts";
import { type CardView, viewCard } from "./view-card.ts";

/** 1 after the digits of a card: takes it, or what is like it. */
export function answerCard(
  ctx: Context,
  visit: Visit,
  { card, alike }: { readonly card: number; readonly alike: boolean },
): Promise<Outcome> {
  return alike ? postAlike(ctx, visit, card) : answerClaim(ctx, visit, card, null);
}

/** Takes a card, all of it unless `pieces` says how many. */
export async function answerClaim(
  ctx: Context,
  visit: Visit,
  cardId: number,
  pieces: number | null,
): Promise<Outcome> {
  const { personId, language } = visit;
  const by = { kind: "person", personId } as const;
  const taken = await claimCard(ctx, { cardId, by, language, door: "text", pieces, nonce: null });
  if (!taken.ok) return taken.view ? sayRefused(ctx, visit, taken.view) : answer({ key: "cardNotLive" });
  const { post, line, atTent } = taken;
  const key = post.kind === "need" ? "cardHelping" : "cardGot";
  return answer({ key, line: line ?? 0, atTent, post: { ...post, quantity: taken.pieces } }, null);
}

async function sayRefused(ctx: Context, visit: Visit, view: CardView): Promise<Outcome> {
  const { state, post } = view;
  if (state !== "active" || !post) return sayOver(ctx, visit, view, null);
  return (await sayOwn(ctx, visit, view, post)) ?? answer({ key: "cardNotLive" });
}

/** The same is looked for, or offered, by a post of one's own. */
async function postAlike(ctx: Context, visit: Visit, cardId: number): Promise<Outcome> {
  const view = await viewCard(ctx, cardId);
  if (!view?.post) return answer({ key: "menuOver" }, { kind: "menu" });
  return postThing(ctx, visit, view.post.kind === "gift" ? "need" : "gift", view.post.thing);
}
