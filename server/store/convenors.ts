import type { Db } from "./db.ts";

/** Who convenes a group at that moment. */
export async function convenorsOf(db: Db, groupId: number, now: Date): Promise<readonly number[]> {
  const rows = await db.role.findMany({
    where: { role: "convenor", groupId, endedAt: null, expiresAt: { gt: now }, acceptedAt: { not: null } },
    select: { personId: true },
    distinct: ["personId"],
    orderBy: { personId: "asc" },
  });
  return rows.map(({ personId }) => personId);
}
