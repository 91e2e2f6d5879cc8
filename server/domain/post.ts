export type PostKind = "need" | "gift";

/** `filled`: every piece is promised to somebody, waiting for DONE. */
export type PostState = "open" | "filled" | "done" | "dropped" | "expired";

/** Open posts of one person at the most: one phone is not to have every giver asked. */
export const MOST_OPEN_POSTS = 20;

/** What a post says, taken apart, so that each language can say it again. */
export type PostWords = {
  /** The words without quantity and end: "tarps". */
  readonly thing: string;
  /** How many pieces; null when nobody counted. */
  readonly quantity: number | null;
  readonly until: Date | null;
  /** Whether `until` names an hour or only a day. */
  readonly untilTimed: boolean;
};
