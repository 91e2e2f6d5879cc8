import type { PostState } from "#server/domain/post.ts";
import type { Db } from "./db.ts";

export type GroupWords = {
  readonly name: string;
  readonly about: string;
  readonly interests: string;
  readonly place: string;
  readonly contact: string;
  readonly open: boolean;
};

/** The groups that are there, each with its next gathering and how many joined. */
export async function groupsAtWork(db: Db, now: Date) {
  const rows = await db.group.findMany({
    where: { closedAt: null },
    orderBy: { number: "asc" },
    include: {
      _count: { select: { members: true } },
      gatherings: {
        where: { endsAt: { gt: now }, cancelledAt: null },
        orderBy: { startsAt: "asc" },
        take: 1,
      },
    },
  });
  return rows.map(({ _count, gatherings, ...group }) => ({
    ...group,
    members: _count.members,
    next: gatherings[0] ?? null,
  }));
}

/** One group with what it has coming, when it regularly meets, and what it asked the crowd for; null when there is none. */
export async function groupAtWork(db: Db, id: number, now: Date) {
  const group = await db.group.findFirst({
    where: { id, closedAt: null },
    include: {
      _count: { select: { members: true } },
      gatherings: { where: { endsAt: { gt: now } }, orderBy: { startsAt: "asc" }, take: 10 },
      series: { where: { closedAt: null, regular: true } },
      posts: {
        orderBy: { id: "desc" },
        take: 20,
        select: { number: true, state: true, words: true },
      },
    },
  });
  return (
    group && { ...group, posts: group.posts.map((post) => ({ ...post, state: post.state as PostState })) }
  );
}

/** What a group is called, while it is there. */
export async function findGroup(db: Db, id: number): Promise<{ number: number; name: string } | null> {
  return db.group.findFirst({ where: { id, closedAt: null }, select: { number: true, name: true } });
}

/** Every group there ever was, by its number, with its regular time. */
export async function allGroups(db: Db) {
  return db.group.findMany({
    orderBy: { number: "asc" },
    include: { series: { where: { closedAt: null, regular: true } } },
  });
}

/** Adds a group under `number`, or under the first that was never used. */
export async function addGroup(
  db: Db,
  words: GroupWords,
  number: number | null,
  now: Date,
): Promise<{ id: number; number: number }> {
  await db.$executeRaw`LOCK TABLE groups IN SHARE ROW EXCLUSIVE MODE`;
  const { _max } = await db.group.aggregate({ _max: { number: true } });
  return db.group.create({
    data: { ...words, number: number ?? (_max.number ?? 0) + 1, createdAt: now, activeAt: now },
    select: { id: true, number: true },
  });
}

/** False when the group is closed or was never there. */
export async function changeGroup(db: Db, id: number, words: GroupWords, now: Date): Promise<boolean> {
  const { count } = await db.group.updateMany({
    where: { id, closedAt: null },
    data: { ...words, activeAt: now },
  });
  return count > 0;
}

/** False when it was closed before. */
export async function endGroup(db: Db, id: number, now: Date): Promise<boolean> {
  const { count } = await db.group.updateMany({ where: { id, closedAt: null }, data: { closedAt: now } });
  return count > 0;
}

/** A sign of life; its number, null when it is closed or was never there. */
export async function touchGroup(db: Db, id: number, now: Date): Promise<number | null> {
  const [group] = await db.group.updateManyAndReturn({
    where: { id, closedAt: null },
    data: { activeAt: now },
    select: { number: true },
  });
  return group?.number ?? null;
}

/** The post is a group's need from now on. */
export async function givePostToGroup(db: Db, postId: number, groupId: number): Promise<void> {
  await db.post.update({ where: { id: postId }, data: { groupId } });
}
