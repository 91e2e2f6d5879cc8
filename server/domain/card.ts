import type { PostState } from "./post.ts";

/**
 * What a card is good for. `printed`: dead until its batch is activated. `blank`: live, and waits to be told what it
 * carries. `active`: somebody may take it. `claimed`: all of it is promised. `fulfilled`: it was given. `expired`: its
 * time is over. `void`: lost, replaced, revoked, or taken back by its owner.
 */
export type CardState = "printed" | "blank" | "active" | "claimed" | "fulfilled" | "expired" | "void";

export type CardMove = "activate" | "fill" | "claim" | "fulfil" | "reopen" | "expire" | "void";

/** What may be done to a card, by its state; what is not here does not happen. Where it leads, its post says. */
const MOVES: Readonly<Record<CardState, readonly CardMove[]>> = {
  printed: ["activate", "void"],
  blank: ["fill", "expire", "void"],
  // A half-met card stays active after a claim, and after what was claimed is given.
  active: ["claim", "fulfil", "expire", "void"],
  claimed: ["fulfil", "reopen", "expire", "void"],
  fulfilled: ["reopen"],
  expired: ["reopen", "void"],
  void: [],
};

export function mayMove(state: CardState, move: CardMove): boolean {
  return MOVES[state].includes(move);
}

export type CardFacts = {
  readonly isActivated: boolean;
  /** It was voided or replaced, its batch was revoked, or who owned what it carried is forgotten. */
  readonly isVoid: boolean;
  /** Of a card without a post. */
  readonly endsAt: Date | null;
  /** What it carries; null while it is blank. */
  readonly post: {
    readonly state: PostState;
    readonly expiresAt: Date;
    readonly hidden: boolean;
  } | null;
};

/** A card has no state of its own beside its post's: whoever closes, meets or drops the post does it to the card. */
export function stateOf({ isActivated, isVoid, endsAt, post }: CardFacts, now: Date): CardState {
  if (isVoid) return "void";
  if (!isActivated) return "printed";
  if (post === null) return endsAt !== null && endsAt <= now ? "expired" : "blank";
  if (post.hidden) return "void";
  switch (post.state) {
    case "open":
      return post.expiresAt <= now ? "expired" : "active";
    case "filled":
      return "claimed";
    case "done":
      return "fulfilled";
    case "expired":
      return "expired";
    case "dropped":
      return "void";
    default:
      return post.state satisfies never;
  }
}
