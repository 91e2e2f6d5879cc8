import type { ClientBase } from "pg";
import type { AuditAct } from "#server/domain/audit-act.ts";

/** For commands that work on the database as a whole, in their transaction. */
export async function addAuditByCommand(
  client: ClientBase,
  act: Extract<AuditAct, "restore backup" | "rotate key">,
  now: Date,
): Promise<void> {
  await client.query(
    "INSERT INTO audit_entries (actor_name, act, subject, at) VALUES ('command line', $1, '-', $2)",
    [act, now],
  );
}
