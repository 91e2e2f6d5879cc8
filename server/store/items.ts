import type { ItemState } from "#server/domain/agenda.ts";
import type { Db } from "./db.ts";

export type ListedItem = {
  readonly id: number;
  readonly words: string;
  readonly state: ItemState;
  readonly minutes: number | null;
  readonly intoId: number | null;
  readonly group: string | null;
  /** By a person in the crowd; else by the facilitation table itself. */
  readonly isOffered: boolean;
};

/** Whose items a page is about; with `loose`, also those without an assembly to be answered at. */
export type Scope = { readonly gatheringId: number; readonly loose: { readonly now: Date } | null };

/**
 * What is on the agenda of a gathering, in its order. With `loose`, also what was offered to no assembly, or to one
 * that fell out or passed without an answer; and what one that fell out had on its agenda, to be answered anew.
 */
export async function itemsOf(db: Db, scope: Scope): Promise<readonly ListedItem[]> {
  const rows = await db.item.findMany({
    where: within(scope),
    include: { group: { select: { name: true } } },
    orderBy: [{ place: "asc" }, { id: "asc" }],
  });
  return rows.map(({ id, words, state, minutes, intoId, group, personId, gatheringId }) => ({
    id,
    words,
    state: isLeftOver(state, gatheringId, scope) ? "offered" : (state as ItemState),
    minutes,
    intoId,
    group: group?.name ?? null,
    isOffered: personId !== null,
  }));
}

export type ItemAnswer =
  | { readonly state: "accepted"; readonly minutes: number | null }
  | { readonly state: "merged"; readonly intoId: number }
  | { readonly state: "sent"; readonly groupId: number }
  | { readonly state: "declined" };

/** Answers an item that nobody answered yet; who offered what, or null when another was faster. */
export async function answerItem(
  db: Db,
  id: number,
  scope: Scope,
  answer: ItemAnswer,
  now: Date,
): Promise<{ personId: number | null; words: string } | null> {
  const { gatheringId } = scope;
  const [item] = await db.item.updateManyAndReturn({
    where: { AND: [{ id, OR: [{ state: "offered" }, leftOver(gatheringId)] }, within(scope)] },
    data: {
      ...answer,
      gatheringId,
      answeredAt: now,
      ...(answer.state === "accepted" ? { place: await nextPlace(db, gatheringId) } : {}),
    },
    select: { personId: true, words: true },
  });
  return item ?? null;
}

/** Adds an item of the facilitation table's own at the end of the agenda. */
export async function addOwnItem(
  db: Db,
  item: { gatheringId: number; words: string; minutes: number | null },
  now: Date,
): Promise<void> {
  const place = await nextPlace(db, item.gatheringId);
  await db.item.create({ data: { ...item, place, state: "accepted", createdAt: now, answeredAt: now } });
}

function ownItem(id: number, gatheringId: number) {
  return { id, gatheringId, state: "accepted", personId: null };
}

/** Whether it is an item of the table's own on this agenda. */
export async function isOwnItem(db: Db, id: number, gatheringId: number): Promise<boolean> {
  return (await db.item.count({ where: ownItem(id, gatheringId) })) > 0;
}

/** Takes an own item of the table off the agenda again; false when it is not one. */
export async function dropOwnItem(db: Db, id: number, gatheringId: number): Promise<boolean> {
  const { count } = await db.item.deleteMany({ where: ownItem(id, gatheringId) });
  return count > 0;
}

/** The accepted items in their order, locked until the transaction ends. */
export async function lockOrder(db: Db, gatheringId: number): Promise<readonly number[]> {
  const rows = await db.$queryRaw<{ id: number }[]>`
    SELECT id FROM items WHERE gathering_id = ${gatheringId} AND state = 'accepted' ORDER BY place, id FOR UPDATE`;
  return rows.map(({ id }) => id);
}

export async function setOrder(db: Db, ids: readonly number[]): Promise<void> {
  for (const [place, id] of ids.entries()) await db.item.update({ where: { id }, data: { place } });
}

/** False when it is not an accepted item of that gathering. */
export async function setItemMinutes(
  db: Db,
  id: number,
  gatheringId: number,
  minutes: number | null,
): Promise<boolean> {
  const { count } = await db.item.updateMany({
    where: { id, gatheringId, state: "accepted" },
    data: { minutes },
  });
  return count > 0;
}

/** An accepted item's words, for what is merged into it. */
export async function acceptedItem(
  db: Db,
  id: number,
  gatheringId: number,
): Promise<{ words: string } | null> {
  return db.item.findFirst({ where: { id, gatheringId, state: "accepted" }, select: { words: true } });
}

async function nextPlace(db: Db, gatheringId: number): Promise<number> {
  const { _max } = await db.item.aggregate({
    where: { gatheringId, state: "accepted" },
    _max: { place: true },
  });
  return (_max.place ?? -1) + 1;
}

function within({ gatheringId, loose }: Scope) {
  if (!loose) return { gatheringId };
  return {
    OR: [
      { gatheringId },
      { state: "offered", gatheringId: null },
      { state: "offered", gathering: { cancelledAt: { not: null } } },
      { state: "offered", gathering: { endsAt: { lte: loose.now } } },
      leftOver(gatheringId),
    ],
  };
}

/** On the agenda of an assembly that fell out, or of a person's on that of any gathering that did. */
function leftOver(gatheringId: number) {
  const camp = { groupId: null, format: "assembly" };
  const fellOut = { id: { not: gatheringId }, cancelledAt: { not: null } };
  return {
    state: "accepted",
    gathering: fellOut,
    OR: [{ personId: { not: null } }, { gathering: camp }],
  };
}

function isLeftOver(state: string, gatheringId: number | null, scope: Scope): boolean {
  return state === "accepted" && gatheringId !== scope.gatheringId;
}
