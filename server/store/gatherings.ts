import type { Db } from "./db.ts";

export type ComingGathering = {
  readonly id: number;
  readonly title: string;
  readonly place: string;
  readonly startsAt: Date;
};

/** The next ones that are not over, soonest first. */
export async function comingGatherings(
  db: Db,
  now: Date,
  most: number,
): Promise<readonly (ComingGathering & { readonly groupId: number | null })[]> {
  return db.gathering.findMany({
    where: { endsAt: { gt: now }, cancelledAt: null },
    select: { id: true, title: true, place: true, startsAt: true, groupId: true },
    orderBy: { startsAt: "asc" },
    take: most,
  });
}

export type ShownGathering = ComingGathering & {
  readonly groupId: number | null;
  readonly notes: string;
  readonly endsAt: Date;
  readonly cancelledAt: Date | null;
};

const SHOWN = {
  id: true,
  groupId: true,
  title: true,
  place: true,
  notes: true,
  startsAt: true,
  endsAt: true,
  cancelledAt: true,
} as const;

/** For everybody, or for a group that this person is in. */
function mayKnow(personId: number) {
  return { OR: [{ open: true }, { group: { members: { some: { personId } } } }] };
}

/** What starts in `from <= start < to` and is not over, soonest first. */
export async function gatheringsFor(
  db: Db,
  personId: number,
  { from, to, now }: { from: Date; to: Date; now: Date },
): Promise<readonly ComingGathering[]> {
  return db.gathering.findMany({
    where: { startsAt: { gte: from, lt: to }, endsAt: { gt: now }, cancelledAt: null, ...mayKnow(personId) },
    select: { id: true, title: true, place: true, startsAt: true },
    orderBy: [{ startsAt: "asc" }, { id: "asc" }],
  });
}

/** The first one that starts at `from` or after it. */
export async function nextGatheringFor(
  db: Db,
  personId: number,
  from: Date,
): Promise<ComingGathering | null> {
  return db.gathering.findFirst({
    where: { startsAt: { gte: from }, cancelledAt: null, ...mayKnow(personId) },
    select: { id: true, title: true, place: true, startsAt: true },
    orderBy: [{ startsAt: "asc" }, { id: "asc" }],
  });
}

/** One that this person may know of, cancelled or over too. */
export async function gatheringFor(db: Db, personId: number, id: number): Promise<ShownGathering | null> {
  return db.gathering.findFirst({ where: { id, ...mayKnow(personId) }, select: SHOWN });
}

export type GatheringFacts = ShownGathering & {
  readonly edition: number;
  readonly group: { readonly number: number } | null;
};

/** One gathering, whoever may know of it. */
export async function gatheringFacts(db: Db, id: number): Promise<GatheringFacts | null> {
  return db.gathering.findUnique({
    where: { id },
    select: { ...SHOWN, edition: true, group: { select: { number: true } } },
  });
}

/** One more change that people are told of. */
export async function countEdition(db: Db, id: number): Promise<void> {
  await db.gathering.update({ where: { id }, data: { edition: { increment: 1 } } });
}

/** When the next assembly of the whole camp starts that is not over. */
export async function nextAssembly(db: Db, now: Date): Promise<{ id: number; startsAt: Date } | null> {
  return db.gathering.findFirst({
    where: { format: "assembly", groupId: null, cancelledAt: null, endsAt: { gt: now } },
    orderBy: [{ startsAt: "asc" }, { id: "asc" }],
    select: { id: true, startsAt: true },
  });
}

/** Those for everybody, cancelled ones too, for the calendar. */
export async function publicGatherings(db: Db, from: Date, to: Date) {
  return db.gathering.findMany({
    where: { open: true, endsAt: { gte: from }, startsAt: { lt: to } },
    select: { ...SHOWN, edition: true, createdAt: true },
    orderBy: [{ startsAt: "asc" }, { id: "asc" }],
  });
}

/** The next one that is open to everybody and has not begun. */
export async function nextForEverybody(db: Db, now: Date): Promise<ComingGathering | null> {
  return db.gathering.findFirst({
    where: { startsAt: { gte: now }, cancelledAt: null, open: true },
    select: { id: true, title: true, place: true, startsAt: true },
    orderBy: [{ startsAt: "asc" }, { id: "asc" }],
  });
}

const OPEN = { ...SHOWN, format: true, group: { select: { number: true, name: true } } } as const;

/** Those for everybody that start in `from <= start < to` and are not over, cancelled ones too, soonest first. */
export async function openGatherings(
  db: Db,
  { from, to, now, most }: { from: Date; to: Date; now: Date; most: number },
) {
  return db.gathering.findMany({
    where: { open: true, startsAt: { gte: from, lt: to }, endsAt: { gt: now } },
    select: OPEN,
    orderBy: [{ startsAt: "asc" }, { id: "asc" }],
    take: most,
  });
}

/** One that is for everybody, cancelled or over too. */
export async function openGathering(db: Db, id: number) {
  return db.gathering.findFirst({ where: { id, open: true }, select: OPEN });
}
