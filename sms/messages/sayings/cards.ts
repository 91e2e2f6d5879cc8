import type { PostKind, PostState, PostWords } from "#server/domain/post.ts";

export type CardSayings = {
  /** CARD alone. */
  cardHow: Record<never, never>;
  /** The digits do not pass their check. */
  cardUnknown: Record<never, never>;
  /** Unknown, not live, void: the same words for all. */
  cardNotLive: Record<never, never>;
  cardTooMany: Record<never, never>;
  cardBlank: { code: string };
  cardFilled: { kind: PostKind; number: number; post: PostWords };
  cardNeed: { post: PostWords; place: string | null };
  cardGift: { post: PostWords; place: string | null };
  /** To whoever owns what it carries. */
  cardOwn: { number: number; post: PostWords; isTaken: boolean };
  /** To who took it, asking again. */
  cardYours: { line: number; kind: PostKind; post: PostWords };
  /** To who takes a need, and to who takes a gift. `atTent`: one of the two has no phone. */
  cardHelping: { line: number; post: PostWords; atTent: boolean };
  cardGot: { line: number; post: PostWords; atTent: boolean };
  /** To the owner of a need that somebody helps with, and of a gift that somebody takes. */
  cardHelped: { number: number; line: number; post: PostWords; atTent: boolean };
  cardTaken: { number: number; line: number; post: PostWords; atTent: boolean };
  /** Somebody else was first. `near`: another one that is open. */
  cardOver: { kind: PostKind; at: Date | null; isDone: boolean; near: string | null };
  cardExpired: { kind: PostKind; near: string | null };
  cardDone: { post: PostWords; isHalf: boolean };
  /** To the owner: a part of it was given. */
  cardPartDone: { number: number; line: number };
  /** DONE by somebody who neither owns nor took it. */
  cardNotTaken: Record<never, never>;
  /** To both sides: it did not come about. */
  cardBack: { line: number };
  /** The digits of a slip. */
  slip: { number: number; post: PostWords; state: PostState; letters: number };
};
