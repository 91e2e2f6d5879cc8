import type { Actor, RoleName } from "#server/domain/role.ts";
import type { Db } from "./db.ts";

const holding = (now: Date) => ({ endedAt: null, expiresAt: { gt: now } });

/** Who this person is at the console; null without a role that holds at `now`. */
export async function actorOf(db: Db, personId: number, now: Date): Promise<Actor | null> {
  const rows = await db.role.findMany({ where: { personId, ...holding(now) }, orderBy: { id: "asc" } });
  const [first] = rows;
  if (!first) return null;
  return {
    personId,
    name: first.name,
    roles: rows.map(({ role, groupId }) => ({ role: role as RoleName, groupId })),
  };
}

export type NewRole = {
  readonly personId: number;
  readonly role: RoleName;
  readonly groupId: number | null;
  readonly name: string;
  readonly now: Date;
  readonly expiresAt: Date;
};

/** Gives a role, or the same one anew: the older one of its kind ends. */
export async function addRole(db: Db, { now, ...role }: NewRole): Promise<void> {
  const { personId, groupId } = role;
  await db.role.updateMany({
    where: { personId, role: role.role, groupId, ...holding(now) },
    data: { endedAt: now },
  });
  await db.role.create({ data: { ...role, grantedAt: now } });
}

/** Ends one role; who had it, or null when it had ended. */
export async function endRole(
  db: Db,
  id: number,
  now: Date,
): Promise<{ name: string; personId: number } | null> {
  const [ended] = await db.role.updateManyAndReturn({
    where: { id, ...holding(now) },
    data: { endedAt: now },
    select: { name: true, personId: true },
  });
  return ended ?? null;
}

export type ListedRole = {
  readonly id: number;
  readonly personId: number;
  readonly role: RoleName;
  readonly name: string;
  readonly groupId: number | null;
  readonly group: string | null;
  readonly expiresAt: Date;
};

/** Everybody with a role, organizers first. */
export async function listRoles(db: Db, now: Date): Promise<readonly ListedRole[]> {
  const rows = await db.role.findMany({
    where: holding(now),
    include: { group: { select: { name: true } } },
    orderBy: [{ role: "desc" }, { name: "asc" }],
  });
  return rows.map(({ group, role, ...row }) => ({
    ...row,
    role: role as RoleName,
    group: group?.name ?? null,
  }));
}

/** The other organizers, who may release what this one wrote. */
export async function otherOrganizers(
  db: Db,
  personId: number,
  now: Date,
): Promise<readonly { personId: number; name: string }[]> {
  return db.role.findMany({
    where: { role: "organizer", personId: { not: personId }, ...holding(now) },
    select: { personId: true, name: true },
    orderBy: { id: "asc" },
  });
}
