import { z } from "zod";

/** A phone's one open question: what the next digit, or the next words, answer. */
export const Question = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("menu") }),
  z.object({ kind: z.literal("ask"), ask: z.number() }),
  z.object({ kind: z.literal("thing"), post: z.enum(["need", "gift"]) }),
  z.object({ kind: z.literal("unclear"), options: z.array(z.enum(["need", "gift"])), text: z.number() }),
  z.object({ kind: z.literal("language") }),
  z.object({ kind: z.literal("wipe") }),
  z.object({ kind: z.literal("person") }),
  /** A list of own posts of which the first `from` were shown. */
  z.object({ kind: z.literal("mine"), from: z.number() }),
]);
export type Question = z.infer<typeof Question>;

const QUESTION_MS = 30 * 60_000;
/** Nothing with a menu may overtake a menu younger than this. */
export const QUESTION_UNDISTURBED_MS = 2 * 60_000;

/** Whether words without a keyword answer this question. */
export function wantsWords(question: Question | null): boolean {
  return question?.kind === "thing" || question?.kind === "person";
}

export type OpenQuestion = { readonly question: Question; readonly at: Date };

/** The question that is still open at `now`, or null. */
export function stillOpen(open: OpenQuestion | null, now: Date): Question | null {
  return open && now.getTime() - open.at.getTime() < QUESTION_MS ? open.question : null;
}
