import { REACHABLE } from "./audiences.ts";
import type { Db } from "./db.ts";

/** The other organizers of this moment who can be texted. */
export async function reachableOrganizers(db: Db, but: number, now: Date): Promise<readonly number[]> {
  const rows = await db.$queryRaw<{ id: number }[]>`
    SELECT p.id FROM people p
    WHERE p.id <> ${but} AND ${REACHABLE} AND EXISTS (SELECT FROM roles r WHERE r.person_id = p.id AND r.role = 'organizer'
      AND r.accepted_at IS NOT NULL AND r.ended_at IS NULL AND r.expires_at > ${now}::timestamptz)
    ORDER BY p.id`;
  return rows.map(({ id }) => id);
}

/**
 * Each of these people with whoever made them organizers at the console since then, and who made those. A role from the
 * command line is nobody's doing: it wins over what the console gave.
 */
export async function handsBehind(
  db: Db,
  people: readonly number[],
  { since, now }: { since: Date; now: Date },
): Promise<ReadonlyMap<number, ReadonlySet<number>>> {
  const rows = await db.$queryRaw<{ person: number; hand: number }[]>`
    WITH RECURSIVE hands AS (
      SELECT id AS person, id AS hand FROM unnest(${[...people]}::int[]) AS id
      UNION
      SELECT hands.person, r.granted_by_id FROM hands JOIN roles r ON r.person_id = hands.hand
      WHERE r.role = 'organizer' AND r.granted_by_id IS NOT NULL AND r.accepted_at > ${since}::timestamptz
        AND NOT EXISTS (SELECT FROM roles c WHERE c.person_id = r.person_id AND c.role = 'organizer' AND c.granted_by_id IS NULL
          AND c.ended_at IS NULL AND c.expires_at > ${now}::timestamptz)
    )
    SELECT person, hand FROM hands`;
  const all = new Map(people.map((id) => [id, new Set([id])]));
  for (const { person, hand } of rows) all.get(person)?.add(hand);
  return all;
}
