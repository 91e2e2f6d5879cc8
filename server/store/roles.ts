import type { Actor, RoleName } from "#server/domain/role.ts";
import type { Db } from "./db.ts";

/** Given and not over. */
const given = (now: Date) => ({ endedAt: null, expiresAt: { gt: now } });
/** And taken on by its phone. */
const holding = (now: Date) => ({ ...given(now), acceptedAt: { not: null } });

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
  /** Null: the command line. */
  readonly grantedById: number | null;
  /** Null: not before its phone takes it on. */
  readonly acceptedAt: Date | null;
  readonly now: Date;
  readonly expiresAt: Date;
};

/** Gives a role, or the same one anew: the older one of its kind ends. Returns its id. */
export async function addRole(db: Db, { now, ...role }: NewRole): Promise<number> {
  const { personId, groupId } = role;
  await db.role.updateMany({
    where: { personId, role: role.role, groupId, ...given(now) },
    data: { endedAt: now },
  });
  const { id } = await db.role.create({ data: { ...role, grantedAt: now }, select: { id: true } });
  return id;
}

/** Lets a role that holds last longer, by another name if need be; false when this person has none of the kind. */
export async function extendRole(
  db: Db,
  { personId, role, groupId, name, now, expiresAt }: Omit<NewRole, "grantedById" | "acceptedAt">,
): Promise<boolean> {
  const { count } = await db.role.updateMany({
    where: { personId, role, groupId, ...holding(now) },
    data: { name, expiresAt },
  });
  return count > 0;
}

export type OfferedRole = {
  readonly id: number;
  readonly personId: number;
  readonly role: RoleName;
  readonly name: string;
  readonly grantedById: number | null;
};

/** A role that waits for this person to take it on; null when it does not. */
export async function offeredRole(
  db: Db,
  id: number,
  personId: number,
  now: Date,
): Promise<OfferedRole | null> {
  const found = await db.role.findFirst({ where: { id, personId, ...given(now), acceptedAt: null } });
  return found && { ...found, role: found.role as RoleName };
}

export async function acceptRole(db: Db, id: number, now: Date): Promise<void> {
  await db.role.update({ where: { id }, data: { acceptedAt: now } });
}

/** Ends one role; who had it, or null when it had ended. */
export async function endRole(
  db: Db,
  id: number,
  now: Date,
): Promise<{ name: string; personId: number } | null> {
  const [ended] = await db.role.updateManyAndReturn({
    where: { id, ...given(now) },
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
  /** Null: its phone has not taken it on yet. */
  readonly acceptedAt: Date | null;
  readonly expiresAt: Date;
};

/** Everybody who was given a role, organizers first. */
export async function listRoles(db: Db, now: Date): Promise<readonly ListedRole[]> {
  const rows = await db.role.findMany({
    where: given(now),
    include: { group: { select: { name: true } } },
    orderBy: [{ role: "desc" }, { name: "asc" }],
  });
  return rows.map(({ group, role, ...row }) => ({
    ...row,
    role: role as RoleName,
    group: group?.name ?? null,
  }));
}
