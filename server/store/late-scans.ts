import { isLateOutcome, type LateOutcome } from "#server/domain/late-scan.ts";
import type { Db } from "./db.ts";

type Hash = Uint8Array<ArrayBuffer>;

/**
 * What became of this scan before; null when it was never sent. Takes the nonce's turn until the transaction ends, so
 * that the same scan sent twice at once is done once.
 */
export async function lateScanByNonce(db: Db, nonceHash: Hash): Promise<LateOutcome | null> {
  await db.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('late ' || encode(${nonceHash}, 'hex'), 0))`;
  return outcomeOf(await db.lateScan.findUnique({ where: { nonceHash }, select: { outcome: true } }));
}

/** What the scan came to for which a slip with these digits was given. */
export async function lateScanBySlip(db: Db, codeHash: Hash): Promise<LateOutcome | null> {
  const found = await db.lateScan.findFirst({
    where: { codeHash },
    orderBy: { id: "asc" },
    select: { outcome: true },
  });
  return outcomeOf(found);
}

export async function addLateScan(
  db: Db,
  scan: {
    readonly nonceHash: Hash;
    readonly codeHash: Hash;
    readonly outcome: LateOutcome;
    readonly createdAt: Date;
  },
): Promise<void> {
  await db.lateScan.create({ data: scan });
}

export async function forgetLateScans(db: Db, before: Date): Promise<void> {
  await db.lateScan.deleteMany({ where: { createdAt: { lt: before } } });
}

function outcomeOf(row: { readonly outcome: string } | null): LateOutcome | null {
  if (row === null) return null;
  if (!isLateOutcome(row.outcome)) throw new Error("A late scan has an outcome that nobody knows.");
  return row.outcome;
}
