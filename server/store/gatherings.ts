import type { Db } from "./db.ts";

export type ComingGathering = {
  readonly id: number;
  readonly title: string;
  readonly place: string;
  readonly startsAt: Date;
};

/** The next ones that are not over, soonest first. */
export async function comingGatherings(db: Db, now: Date, most: number): Promise<readonly ComingGathering[]> {
  return db.gathering.findMany({
    where: { endsAt: { gt: now }, cancelledAt: null },
    select: { id: true, title: true, place: true, startsAt: true },
    orderBy: { startsAt: "asc" },
    take: most,
  });
}
