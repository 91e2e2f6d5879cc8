import type { Db } from "./db.ts";

export type AuditLine = {
  readonly actorId: number | null;
  readonly actorName: string;
  readonly act: string;
  readonly subject: string;
  readonly at: Date;
};

/** Writes down who did what, in the transaction that does it. */
export async function addAudit(db: Db, line: AuditLine): Promise<void> {
  await db.auditEntry.create({ data: line });
}

/** The newest lines first; `before`: only what was written before that one, null for the newest of all. */
export async function recentAudit(
  db: Db,
  most: number,
  before: number | null,
): Promise<readonly (AuditLine & { readonly id: number })[]> {
  const where = before === null ? {} : { id: { lt: before } };
  return db.auditEntry.findMany({ where, orderBy: { id: "desc" }, take: most });
}
