import type { CardState } from "./card.ts";

/**
 * What became of a scan that had waited for the connection. `first`: somebody else was. `over`: the card's time is, or
 * its work is done. `unknown`: no live card, or digits that nobody may be told of.
 */
export type LateOutcome = "taken" | "first" | "over" | "blank" | "unknown" | "not-now";

const OUTCOMES: readonly LateOutcome[] = ["taken", "first", "over", "blank", "unknown", "not-now"];

export function isLateOutcome(word: string): word is LateOutcome {
  return OUTCOMES.some((each) => each === word);
}

/** What is said later of a card that could not be taken; `state`: as it was then. */
export function lateRefusal(state: CardState): LateOutcome {
  switch (state) {
    case "claimed":
      return "first";
    case "fulfilled":
    case "expired":
      return "over";
    case "blank":
      return "blank";
    case "printed":
    case "void":
      return "unknown";
    case "active":
      return "not-now";
    default:
      return state satisfies never;
  }
}
