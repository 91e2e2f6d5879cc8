import type { CardState } from "#server/domain/card.ts";
import type { Language } from "#server/domain/language.ts";
import type { Context } from "../../context.ts";
import { addClaim, type Claim, claimByNonce, openClaims } from "../../store/card-claims.ts";
import { addMove, type Door, recentReturns } from "../../store/cards.ts";
import { isOut } from "../../store/consents.ts";
import { linesOver } from "../../store/introductions.ts";
import { areMuted } from "../../store/people.ts";
import type { PostRow } from "../../store/posts.ts";
import type { OpenedLine } from "../introduce.ts";
import { sendText } from "../send-text.ts";
import { meetAtTent, takeThing } from "../take-thing.ts";
import { addStranger } from "./add-stranger.ts";
import { makeSlip } from "./make-slip.ts";
import { type CardView, viewCard } from "./view-card.ts";

const HOUR_MS = 3_600_000;
/** Each time both sides get a text. */
const MOST_RETURNS_AN_HOUR = 5;

/** Who takes a card: somebody we know, or whoever holds it in the hand. */
export type Taker =
  | { readonly kind: "person"; readonly personId: number }
  | { readonly kind: "bearer"; readonly handle: string | null };

export type Taking = {
  readonly cardId: number;
  readonly by: Taker;
  readonly language: Language;
  readonly door: Door;
  /** Fewer than all of it. */
  readonly pieces: number | null;
  /** Of the button or the scan: the same one again gets the same answer. */
  readonly nonce: string | null;
};

export type Taken = {
  readonly ok: true;
  readonly post: PostRow;
  /** Null once it is closed, for a button that is pressed again. */
  readonly line: number | null;
  readonly pieces: number | null;
  /** One of the two has no phone: they meet at the info tent. */
  readonly atTent: boolean;
  /** For who has no phone: the digits that look their side up. */
  readonly slip: string | null;
};

export type Refused = {
  readonly ok: false;
  /** `resting`: it went back and forth so often that somebody at the tent should look at it. */
  readonly refusal: Exclude<CardState, "active"> | "own" | "already" | "resting";
  readonly view: CardView | null;
};

/**
 * Takes a card: the first one wins, by whichever door, because its post is locked from the look to the change. Who
 * takes it gets a post of the other kind, and both are introduced as after any match.
 */
export async function claimCard(ctx: Context, taking: Taking): Promise<Taken | Refused> {
  return ctx.inTransaction(async (ctx) => {
    const view = await viewCard(ctx, taking.cardId);
    if (!view) return { ok: false, refusal: "void", view };
    const nonceHash = taking.nonce === null ? null : ctx.vault.hash("card-nonce", taking.nonce);
    const before = nonceHash && (await claimByNonce(ctx.db, nonceHash));
    if (before?.holds && before.cardId === taking.cardId && view.post)
      return repeated(ctx, taking, before, view.post);
    const { post, state } = view;
    if (before) return { ok: false, refusal: "already", view };
    if (state !== "active") return { ok: false, refusal: state, view };
    if (!post) return { ok: false, refusal: "blank", view };
    const refusal = await whyNot(ctx, taking, post);
    return refusal ? { ok: false, refusal, view } : take(ctx, taking, post, nonceHash);
  });
}

async function whyNot(
  ctx: Context,
  { by, cardId, door }: Taking,
  post: PostRow,
): Promise<Refused["refusal"] | null> {
  if (await isOut(ctx.db, post.personId)) return "void";
  const since = new Date(ctx.now().getTime() - HOUR_MS);
  if (door !== "console" && (await recentReturns(ctx.db, cardId, since)) >= MOST_RETURNS_AN_HOUR)
    return "resting";
  if (by.kind === "bearer") return null;
  if (post.personId === by.personId) return "own";
  if (await areMuted(ctx.db, post.personId, by.personId)) return "void";
  const claims = await openClaims(ctx.db, cardId);
  return claims.some((claim) => claim.personId === by.personId) ? "already" : null;
}

async function take(
  ctx: Context,
  taking: Taking,
  post: PostRow,
  nonceHash: Uint8Array<ArrayBuffer> | null,
): Promise<Taken> {
  const { by, cardId, door, language, pieces, nonce } = taking;
  const personId = by.kind === "person" ? by.personId : await addStranger(ctx, by.handle, language);
  const { standIn, atTent, ...opened } = await takeThing(ctx, post, { personId, pieces, language });
  await addClaim(ctx.db, { cardId, postId: standIn.id, nonceHash });
  await addMove(ctx.db, { cardId, move: "claim", door, at: ctx.now() });
  await tellOwner(ctx, post, opened, atTent);
  const slip = door === "text" ? null : await makeSlip(ctx, standIn.id, nonce);
  return { ok: true, post, line: opened.line, pieces: opened.pieces, atTent, slip };
}

async function tellOwner(ctx: Context, post: PostRow, opened: OpenedLine, atTent: boolean): Promise<void> {
  const { line, pieces } = opened;
  const given = { thing: post.thing, quantity: pieces, until: null, untilTimed: false };
  const key = post.kind === "need" ? "cardHelped" : "cardTaken";
  const saying = { key, number: post.number, line, post: given, atTent } as const;
  await sendText(ctx, { to: post.personId, kind: "introduction", saying });
}

/** The same button or scan, whose answer was lost: it hears the same again. */
async function repeated(ctx: Context, taking: Taking, claim: Claim, post: PostRow): Promise<Taken> {
  const atTent = await meetAtTent(ctx, post.personId, claim.personId);
  const [line] = await linesOver(ctx.db, claim.postId, ctx.now());
  const slip = taking.door === "text" ? null : await makeSlip(ctx, claim.postId, taking.nonce);
  return { ok: true, post, line: line?.number ?? null, pieces: line?.quantity ?? null, atTent, slip };
}
