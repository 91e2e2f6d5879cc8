import type { PostWords } from "#server/domain/post.ts";

export type AskSayings = {
  ask: { need: number; gift: number; post: PostWords };
  /** `post`: the gift as posted, `left`: pieces still listed; null when nobody counts them. */
  introducedGiver: { need: number; gift: number; line: number; post: PostWords; left: number | null };
  /** `post`: what the giver gives, `quantity` the pieces promised. */
  introducedNeeder: { need: number; line: number; post: PostWords };
  askDeclined: { gift: number };
  /** A yes that came after the need closed or was filled. */
  askOver: { need: number };
  /** Sent to those asked when somebody else helps or the need closes. */
  askWithdrawn: { need: number };
  /** Sent to those asked when the need or their gift was changed and the two fit no more. */
  askChanged: { need: number };
  passedOn: { masked: boolean };
  relay: { line: number; words: string };
  lineDropped: { line: number };
  lineEnded: { line: number };
};
