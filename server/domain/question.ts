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
  /** Who gets a broadcast: 1 to 7 pick one of these groups, null for everyone on NEWS; 8 goes on from `more`. */
  z.object({
    kind: z.literal("cast"),
    broadcast: z.number(),
    choices: z.array(z.number().nullable()),
    more: z.number().nullable(),
  }),
  /** Whether another's broadcast goes. */
  z.object({ kind: z.literal("release"), broadcast: z.number() }),
  /** 1 takes on a role that was given at the console. */
  z.object({ kind: z.literal("role"), role: z.number() }),
  /** A list of groups: 1 to 8 pick one of `ids`, 9 goes on from `more`. */
  z.object({ kind: z.literal("groups"), ids: z.array(z.number()), more: z.number().nullable() }),
  /** 1 joins it. */
  z.object({ kind: z.literal("group"), group: z.number() }),
  /** Out of which group? */
  z.object({ kind: z.literal("leave"), ids: z.array(z.number()) }),
  /** The gatherings of a day, as "2026-11-23": 1 to 8 pick one of `ids`, 9 goes on from `more`. */
  z.object({
    kind: z.literal("agenda"),
    day: z.string(),
    ids: z.array(z.number()),
    more: z.number().nullable(),
  }),
  /** Words after AGENDA, in that text: 1 shows what is on today, 2 offers them for the next assembly. */
  z.object({ kind: z.literal("offer"), text: z.number() }),
  /** 1: a reminder before it starts. */
  z.object({ kind: z.literal("gathering"), gathering: z.number() }),
  /** 1 takes the card; `alike`: it is gone, 1 looks for the same. */
  z.object({ kind: z.literal("card"), card: z.number(), alike: z.boolean() }),
  /** 1: that person may share this phone. */
  z.object({ kind: z.literal("share"), person: z.number() }),
  /** Typed at a touchscreen with this phone's number: 1 does it. */
  z.object({ kind: z.literal("wish"), wish: z.number() }),
  /** 9 stops it. */
  z.object({ kind: z.literal("undo"), broadcast: z.number() }),
]);
export type Question = z.infer<typeof Question>;

export const QUESTION_MS = 30 * 60_000;
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
