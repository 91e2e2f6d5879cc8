import type { Db } from "./db.ts";

/** Who was asked by text to release a broadcast. */
export async function noteAsked(db: Db, broadcastId: number, askedIds: readonly number[]): Promise<void> {
  await db.broadcast.update({ where: { id: broadcastId }, data: { askedIds: [...askedIds] } });
}

/** One of the asked says no. True when nobody is left who has not; only the last one hears that. */
export async function decline(db: Db, broadcastId: number, personId: number): Promise<boolean> {
  const rows = await db.$queryRaw<{ all: boolean }[]>`
    UPDATE broadcasts SET declined_ids = array_append(declined_ids, ${personId}::int)
    WHERE id = ${broadcastId} AND state = 'waiting' AND ${personId} = ANY(asked_ids) AND NOT ${personId} = ANY(declined_ids)
    RETURNING asked_ids <@ declined_ids AS all`;
  return rows[0]?.all ?? false;
}

/** The newest broadcast that this person was asked to release and has not answered, while it waits. */
export async function unansweredRelease(db: Db, personId: number): Promise<number | null> {
  const [row] = await db.$queryRaw<{ id: number }[]>`
    SELECT id FROM broadcasts
    WHERE state = 'waiting' AND ${personId} = ANY(asked_ids) AND NOT ${personId} = ANY(declined_ids)
    ORDER BY id DESC LIMIT 1`;
  return row?.id ?? null;
}
