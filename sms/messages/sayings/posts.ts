import type { PostKind, PostWords } from "#server/domain/post.ts";

export type PostSayings = {
  /** `asksFrom`: set in quiet hours, when the first person will be asked. */
  needPosted: { number: number; post: PostWords; asksFrom: Date | null };
  /** The need ends before quiet hours do: nobody will be asked in time. */
  needTooLate: { number: number; post: PostWords; asksFrom: Date };
  giftPosted: { number: number; post: PostWords };
  /** NEED or GIFT alone. */
  whatThing: { kind: PostKind };
  /** A post of nothing but a number or a sign. */
  notAThing: { kind: PostKind };
  /** So many posts of theirs are open, and no more. */
  postsFull: { most: number };
  mine: { items: readonly MineItem[]; more: boolean };
  mineNone: Record<never, never>;
  dropped: { number: number };
  done: { number: number };
  /** To the other side: the post is done, with thanks. */
  doneByOther: { number: number };
  /** To the other side: its owner took the post down. */
  droppedByOther: { number: number };
  still: { number: number; expiresAt: Date };
  /** A post stays with other words. */
  changed: { number: number; post: PostWords };
  stillNeeded: { number: number; kind: PostKind; post: PostWords };
  /** A need ended and nobody had been found. */
  needEnded: { number: number; post: PostWords };
};

export type MineItem = {
  readonly number: number;
  readonly kind: PostKind;
  readonly post: PostWords;
  /** Introductions that are open for it. */
  readonly lines: readonly number[];
};
