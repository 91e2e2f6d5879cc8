/**
 * How likely a reasonable organizer would connect two posts with this score: a logistic curve through the labelled
 * pools under test/fixtures/matching, fitted by `scripts/matching/calibrate.ts`.
 */
export function probabilityOf(score: number): number {
  return 1 / (1 + Math.exp(-(STEEPNESS * (score - MIDDLE))));
}

/** The score that has a probability. */
export function scoreAt(probability: number): number {
  return MIDDLE + Math.log(probability / (1 - probability)) / STEEPNESS;
}

const STEEPNESS = 9.9;
const MIDDLE = 0.81;

/** From this probability on a giver is asked. */
export const ASK_FROM = 0.71;
/** From this probability on a pair is a near miss: shown to organizers, nobody is asked. */
export const NEAR_FROM = 0.1;
