/** What one phone got in the last hour. */
export type RecentAnswers = { readonly all: number; readonly dull: number };

/** `dull`: the answer to a text that was not understood or only repeats: two machines would go on for ever. */
export type AnswerKind = "usual" | "dull" | "emergency";

const MOST_DULL_AN_HOUR = 10;
const MOST_AN_HOUR = 60;
/** Whoever used up all others is still told whom to call, but a machine cannot have it said for ever. */
const MOST_WITH_EMERGENCIES = 80;

/**
 * Whether a text is obeyed. Whoever got all answers of the hour is heard no more, or words to others would go on without
 * end; STOP and a call for help always are.
 */
export function mayObey(recent: RecentAnswers, verb: string): boolean {
  return recent.all < MOST_AN_HOUR || verb === "stop" || verb === "emergency";
}

/** Entries of one phone that wait in the inbox for one reason: who reads them sees its other texts beside them. */
export const MOST_OPEN_ENTRIES = 5;

/** The loop breaker: whether one more answer may go to this phone. */
export function mayAnswer(recent: RecentAnswers, kind: AnswerKind): boolean {
  switch (kind) {
    case "emergency":
      return recent.all < MOST_WITH_EMERGENCIES;
    case "dull":
      return recent.all < MOST_AN_HOUR && recent.dull < MOST_DULL_AN_HOUR;
    case "usual":
      return recent.all < MOST_AN_HOUR;
    default:
      return kind satisfies never;
  }
}
