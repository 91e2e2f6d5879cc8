import type { Db } from "./db.ts";

/** The groups that are there, by their numbers. */
export async function listGroups(db: Db): Promise<readonly { id: number; number: number; name: string }[]> {
  return db.group.findMany({
    where: { closedAt: null },
    select: { id: true, number: true, name: true },
    orderBy: { number: "asc" },
  });
}

export type ShownGroup = {
  readonly id: number;
  readonly number: number;
  readonly name: string;
  readonly about: string;
  readonly interests: string;
  readonly place: string;
  readonly contact: string;
  readonly open: boolean;
  readonly activeAt: Date;
  readonly joined: boolean;
  /** Its next gathering, of those that this person may know of. */
  readonly next: { readonly id: number; readonly startsAt: Date; readonly place: string } | null;
};

/** All groups that are there, by their numbers, as this person may see them. */
export async function groupsFor(db: Db, personId: number, now: Date): Promise<readonly ShownGroup[]> {
  const rows = await db.group.findMany({
    where: { closedAt: null },
    orderBy: { number: "asc" },
    include: {
      members: { where: { personId }, select: { personId: true } },
      gatherings: {
        where: {
          endsAt: { gt: now },
          cancelledAt: null,
          OR: [{ open: true }, { group: { members: { some: { personId } } } }],
        },
        orderBy: { startsAt: "asc" },
        take: 1,
        select: { id: true, startsAt: true, place: true },
      },
    },
  });
  return rows.map(({ members, gatherings, ...group }) => ({
    ...group,
    joined: members.length > 0,
    next: gatherings[0] ?? null,
  }));
}

/** How far ahead and how much of a group's plan tells when it usually meets. */
const PLAN_MS = 14 * 24 * 3_600_000;
const MOST_COMING = 20;

export type PublicGroup = Omit<ShownGroup, "joined" | "next"> & {
  readonly members: number;
  /** What it has coming that is open to everybody, soonest first. */
  readonly coming: readonly { readonly id: number; readonly startsAt: Date; readonly place: string }[];
};

/** All groups that are there, by their numbers, as anybody may see them. */
export async function publicGroups(db: Db, now: Date): Promise<readonly PublicGroup[]> {
  const rows = await db.group.findMany({
    where: { closedAt: null },
    orderBy: { number: "asc" },
    include: {
      _count: { select: { members: true } },
      gatherings: {
        where: {
          endsAt: { gt: now },
          startsAt: { lt: new Date(now.getTime() + PLAN_MS) },
          cancelledAt: null,
          open: true,
        },
        orderBy: { startsAt: "asc" },
        take: MOST_COMING,
        select: { id: true, startsAt: true, place: true },
      },
    },
  });
  return rows.map(({ _count, gatherings, ...group }) => ({
    ...group,
    members: _count.members,
    coming: gatherings,
  }));
}

/** Joined twice is joined; false when the person was in it before. */
export async function addMember(db: Db, groupId: number, personId: number, now: Date): Promise<boolean> {
  const { count } = await db.member.createMany({
    data: [{ groupId, personId, joinedAt: now }],
    skipDuplicates: true,
  });
  return count > 0;
}

/** False when the person was not in it. */
export async function dropMember(db: Db, groupId: number, personId: number): Promise<boolean> {
  const { count } = await db.member.deleteMany({ where: { groupId, personId } });
  return count > 0;
}

/** Out of all groups; false when the person was in none. */
export async function dropMemberships(db: Db, personId: number): Promise<boolean> {
  const { count } = await db.member.deleteMany({ where: { personId } });
  return count > 0;
}
