/** How many pieces a gift gives a need: what both have left; a need that nobody counted takes one. */
export function piecesGiven(needLeft: number | null, giftLeft: number | null): number | null {
  if (giftLeft === null) return needLeft;
  return Math.min(needLeft ?? 1, giftLeft);
}

/** What is left of a post after `pieces` are promised. A need that nobody counted is met by one yes. */
export function leftOf(
  kind: "need" | "gift",
  left: number | null,
  pieces: number | null,
): { left: number | null; filled: boolean } {
  if (left === null) return { left: null, filled: kind === "need" };
  const rest = left - (pieces ?? left);
  return { left: rest, filled: rest === 0 };
}
