import type { PostState } from "./post.ts";

/**
 * What a card is good for. `printed`: dead until its batch is activated. `blank`: live, and waits to be told what it
 * carries. `active`: somebody may take it. `claimed`: all of it is promised. `fulfilled`: it was given. `expired`: its
 * time is over. `void`: lost, replaced, revoked, or taken back by its owner.
 */
export type CardState = "printed" | "blank" | "active" | "claimed" | "fulfilled" | "expired" | "void";

export type CardMove = "activate" | "fill" | "claim" | "fulfil" | "reopen" | "expire" | "void";

/** Every legal move and where it leads; what is not here does not happen. */
const MOVES: Readonly<Record<CardState, Partial<Record<CardMove, readonly CardState[]>>>> = {
  printed: { activate: ["blank", "active"], void: ["void"] },
  blank: { fill: ["active"], expire: ["expired"], void: ["void"] },
  // A half-met card stays active after a claim, and after what was claimed is given.
  active: {
    claim: ["active", "claimed"],
    fulfil: ["active", "fulfilled"],
    expire: ["expired"],
    void: ["void"],
  },
  claimed: { fulfil: ["fulfilled"], reopen: ["active"], expire: ["expired"], void: ["void"] },
  fulfilled: { reopen: ["active"] },
  expired: { reopen: ["active"], void: ["void"] },
  void: {},
};

export function mayMove(state: CardState, move: CardMove): boolean {
  return MOVES[state][move] !== undefined;
}

/** Where a move may lead; empty when it is not legal. */
export function statesAfter(state: CardState, move: CardMove): readonly CardState[] {
  return MOVES[state][move] ?? [];
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
