import type { Db } from "./db.ts";

export async function addSession(
  db: Db,
  session: { hash: Uint8Array<ArrayBuffer>; personId: number; createdAt: Date; expiresAt: Date },
): Promise<void> {
  await db.session.create({ data: session });
}

/** Whose browser this is, and in which language they read; null when the session is over. */
export async function sessionOf(
  db: Db,
  hash: Uint8Array<ArrayBuffer>,
  now: Date,
): Promise<{ personId: number; language: string | null } | null> {
  const found = await db.session.findFirst({
    where: { hash, expiresAt: { gt: now } },
    select: { personId: true, person: { select: { language: true } } },
  });
  return found && { personId: found.personId, language: found.person.language };
}

/** Deletes the browsers whose time is over. */
export async function deleteOldSessions(db: Db, now: Date): Promise<void> {
  await db.session.deleteMany({ where: { expiresAt: { lt: now } } });
}

export async function endSession(db: Db, hash: Uint8Array<ArrayBuffer>): Promise<void> {
  await db.session.deleteMany({ where: { hash } });
}

export async function endSessionsOf(db: Db, personId: number): Promise<void> {
  await db.session.deleteMany({ where: { personId } });
}
