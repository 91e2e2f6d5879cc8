export type ListedGathering = { readonly title: string; readonly place: string; readonly startsAt: Date };

export type GatheringSayings = {
  /** One page of a day, behind 1, 2, 3 ... */
  agenda: { day: Date; items: readonly ListedGathering[]; more: boolean };
  /** Nothing, or nothing left; `next` is behind 1. */
  agendaNone: { day: Date; next: ListedGathering | null };
  /** Words after AGENDA that may be a question or an item. */
  agendaUnclear: { words: string };
  gatheringDetails: {
    title: string;
    place: string;
    startsAt: Date;
    endsAt: Date;
    notes: string;
    /** Late: it starts too soon for one. */
    reminder: "open" | "set" | "late";
  };
  /** Over, cancelled or taken back since it was listed. */
  gatheringGone: Record<never, never>;
  reminderSet: { title: string; place: string; startsAt: Date; at: Date };
  /** It starts too soon for a reminder. */
  reminderLate: { title: string; place: string; startsAt: Date };
  /** Before it starts; `group`: to its members, by its number. */
  reminder: { title: string; place: string; startsAt: Date; group: number | null };
  /** Another time or place; `was`: when it was to start. */
  gatheringMoved: { title: string; place: string; startsAt: Date; was: Date };
  gatheringCancelled: { title: string; startsAt: Date };
  /** Was cancelled, and takes place after all. */
  gatheringRestored: { title: string; place: string; startsAt: Date };
  /** To the writer of a broadcast about a gathering that was cancelled before all of it had left. */
  broadcastUntrue: { title: string };
  /** `assembly`: when the next one starts, null while none is planned. */
  itemOffered: { words: string; assembly: Date | null };
  /** Too many of theirs are unanswered. */
  itemsFull: { most: number };
};
