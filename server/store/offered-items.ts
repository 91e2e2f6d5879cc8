import type { Db } from "./db.ts";

/** How many items of this person nobody has answered yet. */
export async function unansweredItems(db: Db, personId: number): Promise<number> {
  return db.item.count({ where: { personId, state: "offered" } });
}

/** Puts an item before the facilitation table; `gatheringId`: null while no assembly is planned. */
export async function offer(
  db: Db,
  item: { personId: number; gatheringId: number | null; words: string },
  now: Date,
): Promise<void> {
  await db.item.create({ data: { ...item, createdAt: now } });
}
