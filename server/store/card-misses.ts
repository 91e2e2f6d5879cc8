import { type Db, only } from "./db.ts";

/**
 * How many wrong guesses this one made since `since`, and all together. Takes the guesser's turn until the transaction
 * ends, so that guesses made at once are counted one after the other.
 */
export async function missesSince(
  db: Db,
  key: Uint8Array<ArrayBuffer>,
  since: { readonly own: Date; readonly all: Date },
): Promise<{ readonly own: number; readonly all: number }> {
  await db.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(encode(${key}, 'hex'), 0))`;
  return only(
    await db.$queryRaw<{ own: number; all: number }[]>`
      SELECT (SELECT count(*)::int FROM card_misses WHERE key = ${key} AND at > ${since.own}::timestamptz) AS own,
        (SELECT count(*)::int FROM card_misses WHERE at > ${since.all}::timestamptz) AS all`,
  );
}

/** How many there are of everybody since `since`, this one among them: counted one after the other. */
export async function addMiss(db: Db, key: Uint8Array<ArrayBuffer>, at: Date, since: Date): Promise<number> {
  await db.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('card misses'))`;
  await db.cardMiss.create({ data: { key, at } });
  return db.cardMiss.count({ where: { at: { gt: since } } });
}

export async function forgetMisses(db: Db, before: Date): Promise<void> {
  await db.cardMiss.deleteMany({ where: { at: { lt: before } } });
}
