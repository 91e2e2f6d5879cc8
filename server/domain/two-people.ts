/** For so long an organizer who was made one at the console stands for the hand that made them. */
export const YOUNG_MS = 24 * 60 * 60_000;

/**
 * Whether two people are two hands. `one`, `other`: each with the organizers who made them, and who made those, within
 * `YOUNG_MS`. Two phones of one organizer are one hand, whichever of them writes and whichever releases.
 */
export function areTwoHands(one: ReadonlySet<number>, other: ReadonlySet<number>): boolean {
  return ![...one].some((hand) => other.has(hand));
}
