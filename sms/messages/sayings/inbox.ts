import type { PostWords } from "#server/domain/post.ts";

export type InboxSayings = {
  /** A person's own words to whoever waits for an answer. */
  fromOrganizers: { words: string };
  /** To the giver of a gift, whom an organizer connects with a need without asking first. */
  introducedByOrganizer: { need: number; gift: number; line: number; post: PostWords };
  /** To the owner of a phone that somebody at the tent wants to share. */
  shareAsk: { handle: string };
  shareYes: { handle: string };
  shareNo: { handle: string };
};
