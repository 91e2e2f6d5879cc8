export type ItemState = "offered" | "accepted" | "merged" | "sent" | "declined";

/** Whether the accepted items fit the gathering; an item without minutes counts as none. */
export type AgendaSum = {
  readonly planned: number;
  readonly length: number;
  /** How many accepted items have no minutes. */
  readonly open: number;
};

export function sumAgenda(
  items: readonly { readonly state: ItemState; readonly minutes: number | null }[],
  { startsAt, endsAt }: { readonly startsAt: Date; readonly endsAt: Date },
): AgendaSum {
  const accepted = items.filter(({ state }) => state === "accepted");
  return {
    planned: accepted.reduce((sum, { minutes }) => sum + (minutes ?? 0), 0),
    length: Math.round((endsAt.getTime() - startsAt.getTime()) / 60_000),
    open: accepted.filter(({ minutes }) => minutes === null).length,
  };
}

/** The order after one item went a place up or down; the same order where there is nowhere to go. */
export function moveInOrder(ids: readonly number[], id: number, by: -1 | 1): readonly number[] {
  const at = ids.indexOf(id);
  const to = at + by;
  if (at === -1 || to < 0 || to >= ids.length) return ids;
  return ids.toSpliced(at, 1).toSpliced(to, 0, id);
}
