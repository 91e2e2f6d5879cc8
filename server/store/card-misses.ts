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

export async function addMiss(db: Db, key: Uint8Array<ArrayBuffer>, at: Date): Promise<void> {
  await db.cardMiss.create({ data: { key, at } });
}

export async function forgetMisses(db: Db, before: Date): Promise<void> {
  await db.cardMiss.deleteMany({ where: { at: { lt: before } } });
}
