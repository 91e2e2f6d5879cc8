import type { Db } from "./db.ts";

type Hash = Uint8Array<ArrayBuffer>;

/** The same digits again change nothing. */
export async function addSlip(
  db: Db,
  slip: {
    readonly codeHash: Hash;
    readonly postId: number;
    readonly nonceHash: Hash | null;
    readonly createdAt: Date;
  },
): Promise<void> {
  await db.slip.createMany({ data: [slip], skipDuplicates: true });
}

/** The post that a slip's digits look up. */
export async function postOfSlip(db: Db, codeHash: Hash): Promise<number | null> {
  const slip = await db.slip.findUnique({ where: { codeHash }, select: { postId: true } });
  return slip?.postId ?? null;
}

/** The post that a button made a slip for. One at a time: the same nonce at the same moment waits for the first. */
export async function postOfNonce(db: Db, nonceHash: Hash): Promise<number | null> {
  await db.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(encode(${nonceHash}::bytea, 'hex'), 1))`;
  const slip = await db.slip.findFirst({ where: { nonceHash }, select: { postId: true } });
  return slip?.postId ?? null;
}

/** Whether these digits stand for nothing: no card of any batch, no slip, no scan that had waited. */
export async function isFreeCode(db: Db, codeHash: Hash): Promise<boolean> {
  const [row] = await db.$queryRaw<{ free: boolean }[]>`
    SELECT NOT EXISTS (SELECT FROM cards WHERE code_hash = ${codeHash})
      AND NOT EXISTS (SELECT FROM slips WHERE code_hash = ${codeHash})
      AND NOT EXISTS (SELECT FROM late_scans WHERE code_hash = ${codeHash}) AS free`;
  return row?.free ?? false;
}
