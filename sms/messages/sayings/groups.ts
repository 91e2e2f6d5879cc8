export type Meeting = { readonly startsAt: Date; readonly place: string };

/** `number`: what GROUP and LEAVE take, said where it is not the digit that the list puts before it. */
export type ListedGroup = {
  readonly number: number;
  readonly name: string;
  readonly next: Meeting | null;
  /** Silent for days, and nothing of it is coming. */
  readonly asleep: boolean;
};

export type GroupSayings = {
  groupsNone: Record<never, never>;
  /** One page of all groups, behind 1, 2, 3 ... */
  groups: { items: readonly ListedGroup[]; more: boolean };
  /** Those that come near what was asked for. */
  groupsNear: { items: readonly ListedGroup[] };
  groupsNoFit: { words: string };
  /** Null: one that was listed a moment ago. */
  groupUnknown: { number: number | null };
  groupDetails: {
    number: number;
    name: string;
    about: string;
    place: string;
    contact: string;
    next: Meeting | null;
    asleep: boolean;
    entry: "open" | "closed" | "joined";
  };
  groupJoined: { number: number; name: string; next: Meeting | null };
  /** It takes newcomers in person only. */
  groupClosed: { name: string; place: string; contact: string };
  groupLeft: { name: string };
  /** LEAVE without a group of theirs: behind 1, 2, 3 ... */
  leaveWhich: { groups: readonly { readonly number: number; readonly name: string }[] };
  leaveNone: Record<never, never>;
};
