import type { SignInState } from "#server/domain/sign-in.ts";
import type { Db } from "./db.ts";

export type NewSignIn = {
  readonly personId: number;
  readonly kind: "code" | "link";
  readonly hash: Uint8Array<ArrayBuffer>;
  readonly createdAt: Date;
  readonly expiresAt: Date;
};

export async function addSignIn(db: Db, signIn: NewSignIn): Promise<void> {
  await db.signIn.create({ data: signIn });
}

/** How many codes this person was sent since then. */
export async function codesSince(db: Db, personId: number, since: Date): Promise<number> {
  return db.signIn.count({ where: { personId, kind: "code", createdAt: { gt: since } } });
}

export type FoundSignIn = SignInState & {
  readonly id: number;
  readonly personId: number;
  readonly hash: Uint8Array;
};

/** The newest code of a person, locked: a guess and its count are one step. */
export async function lockNewestCode(db: Db, personId: number): Promise<FoundSignIn | null> {
  const [found] = await db.$queryRaw<FoundSignIn[]>`
    SELECT id, person_id AS "personId", hash, misses, expires_at AS "expiresAt", used_at AS "usedAt" FROM sign_ins
    WHERE person_id = ${personId} AND kind = 'code' ORDER BY id DESC LIMIT 1 FOR UPDATE`;
  return found ?? null;
}

export async function lockLink(db: Db, hash: Uint8Array<ArrayBuffer>): Promise<FoundSignIn | null> {
  const [found] = await db.$queryRaw<FoundSignIn[]>`
    SELECT id, person_id AS "personId", hash, misses, expires_at AS "expiresAt", used_at AS "usedAt" FROM sign_ins
    WHERE hash = ${hash} AND kind = 'link' FOR UPDATE`;
  return found ?? null;
}

export async function countMiss(db: Db, id: number): Promise<void> {
  await db.signIn.update({ where: { id }, data: { misses: { increment: 1 } } });
}

export async function useSignIn(db: Db, id: number, now: Date): Promise<void> {
  await db.signIn.update({ where: { id }, data: { usedAt: now } });
}

/** Deletes codes and links that ended before `before`. */
export async function deleteOldSignIns(db: Db, before: Date): Promise<void> {
  await db.signIn.deleteMany({ where: { expiresAt: { lt: before } } });
}
