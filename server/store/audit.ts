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

/** The newest lines first. */
export async function recentAudit(db: Db, most: number): Promise<readonly AuditLine[]> {
  return db.auditEntry.findMany({ orderBy: { id: "desc" }, take: most });
}
