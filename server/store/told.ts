import type { Db } from "./db.ts";

/** Whether this person wants a reminder; null when they were never told of the gathering. */
export async function wishOf(
  db: Db,
  gatheringId: number,
  personId: number,
): Promise<{ remind: boolean } | null> {
  return db.told.findUnique({
    where: { gatheringId_personId: { gatheringId, personId } },
    select: { remind: true },
  });
}

/** The person knows of the gathering, and wants a reminder. */
export async function wishReminder(db: Db, gatheringId: number, personId: number, now: Date): Promise<void> {
  await db.told.upsert({
    where: { gatheringId_personId: { gatheringId, personId } },
    create: { gatheringId, personId, remind: true, at: now },
    update: { remind: true },
  });
}

/** Neither a reminder of any gathering any more nor word of its changes. */
export async function untellAll(db: Db, personId: number): Promise<void> {
  await db.told.deleteMany({ where: { personId } });
}

/** Out of a group: what they were told of its gatherings without asking is told no further. */
export async function untellGroup(db: Db, personId: number, groupId: number): Promise<void> {
  await db.told.deleteMany({ where: { personId, remind: false, gathering: { groupId } } });
}

/** Who asked for a reminder, and who is in the group of the gathering and did not. */
export async function peopleToRemind(
  db: Db,
  gatheringId: number,
): Promise<{ wished: readonly number[]; members: readonly number[] }> {
  const rows = await db.$queryRaw<{ id: number; wished: boolean }[]>`
    SELECT person_id AS id, bool_or(wished) AS wished
    FROM (
      SELECT person_id, true AS wished FROM told WHERE gathering_id = ${gatheringId} AND remind
      UNION ALL
      SELECT m.person_id, false FROM members m JOIN gatherings g ON g.group_id = m.group_id WHERE g.id = ${gatheringId}
    ) each_one
    GROUP BY person_id ORDER BY person_id`;
  const idsOf = (wished: boolean) => rows.filter((row) => row.wished === wished).map(({ id }) => id);
  return { wished: idsOf(true), members: idsOf(false) };
}

/** Who knows of the gathering from us, or is about to. */
export async function peopleTold(db: Db, gatheringId: number): Promise<readonly number[]> {
  const rows = await db.$queryRaw<{ id: number }[]>`
    SELECT person_id AS id FROM knowing WHERE gathering_id = ${gatheringId} ORDER BY person_id`;
  return rows.map(({ id }) => id);
}

/** These know of the gathering from now on. */
export async function noteToldThese(
  db: Db,
  gatheringId: number,
  personIds: readonly number[],
  now: Date,
): Promise<void> {
  await db.told.createMany({
    data: personIds.map((personId) => ({ gatheringId, personId, remind: false, at: now })),
    skipDuplicates: true,
  });
}
