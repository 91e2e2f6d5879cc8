import { type Db, only } from "./db.ts";

type Bytes = Uint8Array<ArrayBuffer>;

/**
 * Whether a number that was typed at a touchscreen may get its one text: not out, not muted, no bad number, not too many
 * `since`, and none that it never answered by any text. One at a time for each number.
 */
export async function mayBeAsked(
  db: Db,
  phoneHash: Bytes,
  { most, since }: { readonly most: number; readonly since: Date },
): Promise<boolean> {
  await db.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(encode(${phoneHash}::bytea, 'hex'), 2))`;
  const { may } = only(
    await db.$queryRaw<{ may: boolean }[]>`
    SELECT NOT is_out(${phoneHash}) AND NOT EXISTS (
      SELECT FROM people p WHERE p.phone_hash = ${phoneHash} AND (
        p.blocked_at IS NOT NULL OR p.bad_number
        OR (SELECT count(*) FROM wishes w WHERE w.person_id = p.id AND w.created_at > ${since}::timestamptz) >= ${most}
        OR EXISTS (SELECT FROM wishes w WHERE w.person_id = p.id AND w.answered_at IS NULL
          AND NOT EXISTS (SELECT FROM inbound_texts t WHERE t.person_id = p.id AND t.received_at >= w.created_at)))
    ) AS may`,
  );
  return may;
}

/** Keeps a wish until its phone answers. Null: the same button made it before. */
export async function addWish(
  db: Db,
  wish: {
    readonly personId: number;
    readonly wish: Bytes | null;
    readonly nonceHash: Bytes;
    readonly createdAt: Date;
    /** Of one that was granted at the screen. */
    readonly answeredAt?: Date;
  },
): Promise<number | null> {
  const [added] = await db.wish.createManyAndReturn({
    data: [wish],
    skipDuplicates: true,
    select: { id: true },
  });
  return added?.id ?? null;
}

/** Whose wish a button made. One at a time: the same nonce at the same moment waits for the first. */
export async function personOfNonce(db: Db, nonceHash: Bytes): Promise<number | null> {
  await db.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(encode(${nonceHash}::bytea, 'hex'), 3))`;
  const found = await db.wish.findUnique({ where: { nonceHash }, select: { personId: true } });
  return found?.personId ?? null;
}

/** A wish that waits since `since` or later for this phone, sealed; null when it does not. */
export async function wishOf(db: Db, id: number, personId: number, since: Date): Promise<Bytes | null> {
  const found = await db.wish.findFirst({
    where: { id, personId, answeredAt: null, createdAt: { gte: since } },
    select: { wish: true },
  });
  return found?.wish ?? null;
}

/** Its phone said 1: it is granted once. The wish, sealed; null when there was none to grant. */
export async function answerWish(
  db: Db,
  id: number,
  personId: number,
  { now, since }: { readonly now: Date; readonly since: Date },
): Promise<Uint8Array | null> {
  const [granted] = await db.$queryRaw<{ wish: Uint8Array | null }[]>`
    WITH waiting AS (
      SELECT id, wish FROM wishes
      WHERE id = ${id} AND person_id = ${personId} AND answered_at IS NULL AND created_at >= ${since}::timestamptz
      FOR UPDATE
    )
    UPDATE wishes SET answered_at = ${now}::timestamptz, wish = NULL FROM waiting WHERE wishes.id = waiting.id
    RETURNING waiting.wish`;
  return granted?.wish ?? null;
}

/** Forgets what was wished before `words`, and that anything was before `all`. */
export async function forgetWishes(
  db: Db,
  { words, all }: { readonly words: Date; readonly all: Date },
): Promise<void> {
  await db.wish.updateMany({
    where: { createdAt: { lt: words }, wish: { not: null } },
    data: { wish: null },
  });
  await db.wish.deleteMany({ where: { createdAt: { lt: all } } });
}
