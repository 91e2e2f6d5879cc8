import type { Db } from "./db.ts";

/**
 * Drops the reminders of a gathering that have not left, and lets none go again that the carrier hands back. Returns
 * whom they would have told of it: they do not count as told any more.
 */
export async function dropReminders(db: Db, gatheringId: number, now: Date): Promise<readonly number[]> {
  await db.outboundText.updateMany({
    where: { gatheringId, state: { in: ["sending", "unknown"] } },
    data: { notAfter: now },
  });
  // Both were written at one moment: who was told before that stays told.
  const rows = await db.$queryRaw<{ id: number }[]>`
    WITH gone AS (
      UPDATE outbound_texts SET state = 'dropped', reason = 'stopped', updated_at = ${now}::timestamptz
      WHERE gathering_id = ${gatheringId} AND state IN ('queued', 'held')
      RETURNING person_id, created_at
    )
    DELETE FROM told t USING gone g, people p
    WHERE t.gathering_id = ${gatheringId} AND NOT t.remind AND t.at = g.created_at AND p.id = t.person_id
      AND g.person_id = CASE WHEN p.phone IS NULL THEN coalesce(p.via_id, p.id) ELSE p.id END
    RETURNING t.person_id AS id`;
  return rows.map(({ id }) => id);
}
