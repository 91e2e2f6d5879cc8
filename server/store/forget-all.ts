import type { ClientBase } from "pg";

/** What the camp is without its people: groups, gatherings, printers. All else goes with what points to it. */
const OF_PEOPLE = [
  "people",
  "consents",
  "broadcasts",
  "card_batches",
  "card_misses",
  "late_scans",
  "audit_entries",
  "limits",
  // Where reading at the carrier stopped: else it would be read again from there.
  "cursors",
  "key_state",
];

/** Cuts every other connection to this database, in the middle of whatever it does. */
export async function endOthers(client: ClientBase): Promise<void> {
  await client.query(
    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()",
  );
}

/** Truncated, not deleted: their files go at once. */
export async function forgetEverybody(client: ClientBase): Promise<void> {
  await client.query("BEGIN");
  const { rows } = await client.query<{ name: string }>(
    "SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' AND tablename = ANY ($1)",
    [OF_PEOPLE],
  );
  await client.query(`TRUNCATE ${rows.map(({ name }) => name).join(", ")} CASCADE`);
  await client.query("DELETE FROM outbox WHERE name <> 'plan-series'");
  // What they prove themselves with means nothing without the key: they are let in anew.
  await client.query("DELETE FROM kiosks WHERE NOT here");
  await client.query("UPDATE kiosks SET pin_hash = NULL");
  await client.query("COMMIT");
}
