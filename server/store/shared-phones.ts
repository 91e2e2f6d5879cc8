import type { Db } from "./db.ts";

/** How somebody is called who wants to share this person's phone and waits for an answer; null for nobody. */
export async function handleOfAsker(db: Db, ownerId: number, askerId: number): Promise<string | null> {
  const asker = await db.person.findFirst({
    where: { id: askerId, wantsViaId: ownerId },
    select: { handle: true },
  });
  return asker?.handle ?? null;
}

/** Whether the owner of this phone has been asked whether it may be shared, and not answered. */
export async function isAskedToShare(db: Db, ownerId: number): Promise<boolean> {
  return (await db.person.count({ where: { wantsViaId: ownerId } })) > 0;
}

/** The owner's yes or no to somebody who waits for it. */
export async function answerAsker(db: Db, ownerId: number, askerId: number, yes: boolean): Promise<void> {
  await db.person.updateMany({
    where: { id: askerId, wantsViaId: ownerId },
    data: { wantsViaId: null, ...(yes ? { viaId: ownerId } : {}) },
  });
}

/** They share no phone, and want to share none; false when that was so before. */
export async function endShare(db: Db, personId: number): Promise<boolean> {
  const { count } = await db.person.updateMany({
    where: { id: personId, phone: null, OR: [{ viaId: { not: null } }, { wantsViaId: { not: null } }] },
    data: { viaId: null, wantsViaId: null },
  });
  return count > 0;
}
