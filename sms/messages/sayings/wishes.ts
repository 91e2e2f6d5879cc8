import type { PostKind, PostWords } from "#server/domain/post.ts";
import type { Meeting } from "#sms/messages/sayings/groups.ts";

/** What begins at a touchscreen. */
export type WishSayings = {
  /** The one text to a number that was typed there: 1 does it. */
  wishPost: { kind: PostKind };
  wishJoin: { name: string; place: string; contact: string; next: Meeting | null };
  wishTake: { kind: PostKind; number: number; post: PostWords };
  /** To who helps with a need on the board, and to its owner. `atTent`: one of the two has no phone. */
  boardHelping: { number: number; line: number; post: PostWords; atTent: boolean };
  boardHelped: { number: number; line: number; post: PostWords; atTent: boolean };
  /** What was chosen on the board is gone, or it is their own. */
  boardOver: { isOwn: boolean };
};
