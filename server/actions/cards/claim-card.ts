import type { CardState } from "#server/domain/card.ts";
import type { Language } from "#server/domain/language.ts";
import type { Context } from "../../context.ts";
import { addClaim, type Claim, claimByNonce, openClaims } from "../../store/card-claims.ts";
import { addMove, type Door, recentReturns } from "../../store/cards.ts";
import { isOut } from "../../store/consents.ts";
import { linesOver } from "../../store/introductions.ts";
import { areMuted, receiverOf } from "../../store/people.ts";
import { type PostRow, setLeft } from "../../store/posts.ts";
import { type OpenedLine, openLine } from "../introduce.ts";
import { sendText } from "../send-text.ts";
import { withdrawSilently } from "../withdraw-asks.ts";
import { addStandIn } from "./add-stand-in.ts";
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
  const now = ctx.now();
  const personId =
    taking.by.kind === "person"
      ? taking.by.personId
      : await addStranger(ctx, taking.by.handle, taking.language);
  const standIn = await addStandIn(ctx, post, { ...taking, personId });
  const [need, gift] = post.kind === "need" ? [post, standIn] : [standIn, post];
  const opened = await openLine(ctx, need, gift, post.expiresAt);
  await fillWhatNobodyCounted(ctx, post);
  await setLeft(ctx.db, standIn.id, 0, "filled");
  await addClaim(ctx.db, { cardId: taking.cardId, postId: standIn.id, nonceHash });
  await addMove(ctx.db, { cardId: taking.cardId, move: "claim", door: taking.door, at: now });
  const atTent = (await hasNoPhone(ctx, post.personId)) || (await hasNoPhone(ctx, personId));
  await tellOwner(ctx, post, opened, atTent);
  const slip = taking.door === "text" ? null : await makeSlip(ctx, standIn.id, taking.nonce);
  return { ok: true, post, line: opened.line, pieces: opened.pieces, atTent, slip };
}

/** By text a gift that nobody counted stays listed; on a card it is one thing, and goes with the card. */
async function fillWhatNobodyCounted(ctx: Context, post: PostRow): Promise<void> {
  if (post.kind !== "gift" || post.remaining !== null) return;
  await setLeft(ctx.db, post.id, null, "filled");
  await withdrawSilently(ctx, { giftId: post.id });
}

async function tellOwner(ctx: Context, post: PostRow, opened: OpenedLine, atTent: boolean): Promise<void> {
  const { line, pieces } = opened;
  const given = { thing: post.thing, quantity: pieces, until: null, untilTimed: false };
  const key = post.kind === "need" ? "cardHelped" : "cardTaken";
  const saying = { key, number: post.number, line, post: given, atTent } as const;
  await sendText(ctx, { to: post.personId, kind: "introduction", saying });
}

async function hasNoPhone(ctx: Context, personId: number): Promise<boolean> {
  const receiver = await receiverOf(ctx.db, personId);
  return !receiver?.phone;
}

/** The same button or scan, whose answer was lost: it hears the same again. */
async function repeated(ctx: Context, taking: Taking, claim: Claim, post: PostRow): Promise<Taken> {
  const atTent = (await hasNoPhone(ctx, post.personId)) || (await hasNoPhone(ctx, claim.personId));
  const [line] = await linesOver(ctx.db, claim.postId, ctx.now());
  const slip = taking.door === "text" ? null : await makeSlip(ctx, claim.postId, taking.nonce);
  return { ok: true, post, line: line?.number ?? null, pieces: line?.quantity ?? null, atTent, slip };
}
