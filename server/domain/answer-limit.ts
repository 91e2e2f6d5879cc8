/** What one phone got in the last hour. */
export type RecentAnswers = { readonly all: number; readonly dull: number };

const MOST_AN_HOUR = 60;
/** Answers to texts that were not understood or only repeat: two machines would go on for ever. */
const MOST_DULL_AN_HOUR = 10;

/** The loop breaker: whether one more answer may go to this phone. */
export function mayAnswer(recent: RecentAnswers, dull: boolean): boolean {
  return recent.all < MOST_AN_HOUR && (!dull || recent.dull < MOST_DULL_AN_HOUR);
}
