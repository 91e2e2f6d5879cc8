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

/** What a form at a touchscreen offered, from here on one at a time until the transaction ends; null when it is new. */
export async function offeredAtScreen(
  db: Db,
  nonceHash: Uint8Array<ArrayBuffer>,
): Promise<{ personId: number | null; assembly: Date | null } | null> {
  await db.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('items of screens'))`;
  const item = await db.item.findUnique({
    where: { nonceHash },
    select: { personId: true, gathering: { select: { startsAt: true } } },
  });
  return item && { personId: item.personId, assembly: item.gathering?.startsAt ?? null };
}

/** The item that this person has just offered came from that form. */
export async function noteScreen(
  db: Db,
  personId: number,
  nonceHash: Uint8Array<ArrayBuffer>,
): Promise<void> {
  await db.item.updateMany({ where: { personId }, data: { nonceHash } });
}

/** How many items from touchscreens nobody has answered yet. */
export async function unansweredOfScreens(db: Db): Promise<number> {
  return db.item.count({ where: { state: "offered", nonceHash: { not: null } } });
}
