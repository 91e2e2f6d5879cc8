import type { Db } from "./db.ts";

/** The groups that are there, by their numbers. */
export async function listGroups(db: Db): Promise<readonly { id: number; number: number; name: string }[]> {
  return db.group.findMany({
    where: { closedAt: null },
    select: { id: true, number: true, name: true },
    orderBy: { number: "asc" },
  });
}
