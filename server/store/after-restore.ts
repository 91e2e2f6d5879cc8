import type { ClientBase } from "pg";
import { addAuditByCommand } from "./audit-by-command.ts";

/**
 * STOPs and their like that came after the backup was made: nobody who said stop may be texted again because the
 * camp went back in time. In the caller's transaction, before the old tables go.
 */
export async function keepConsentsSince(client: ClientBase, since: Date): Promise<void> {
  await client.query(
    `CREATE TEMPORARY TABLE kept_consents ON COMMIT DROP AS
     SELECT phone_hash, purpose, granted, method, wording, at FROM consents WHERE at > $1 ORDER BY id`,
    [since],
  );
}

export async function bringBackConsents(client: ClientBase): Promise<number> {
  const { rowCount } = await client.query(
    `INSERT INTO consents (phone_hash, purpose, granted, method, wording, at)
     SELECT phone_hash, purpose, granted, method, wording, at FROM kept_consents`,
  );
  return rowCount ?? 0;
}

/** Everything of ours goes: tables, functions, what migrations were applied. */
export async function dropAll(client: ClientBase): Promise<void> {
  await client.query("DROP SCHEMA IF EXISTS public CASCADE");
  await client.query("CREATE SCHEMA public");
}

/**
 * What waited to be sent at the time may have been sent since: it is looked up at the carrier before it goes. And
 * what is to happen is handed to the queues anew.
 */
export async function catchUpAfterRestore(client: ClientBase, now: Date): Promise<void> {
  await client.query(
    `UPDATE outbound_texts SET state = 'unknown', claimed_at = coalesce(claimed_at, created_at), due_at = $1
     WHERE state = 'queued' AND due_at <= $1`,
    [now],
  );
  await client.query("UPDATE outbox SET wake_at = due_at, wakes = 0");
  await client.query(`INSERT INTO outbox (name, subject_id, due_at, wake_at) VALUES ('send', 0, $1, $1)`, [
    now,
  ]);
  await addAuditByCommand(client, "restore backup", now);
}
