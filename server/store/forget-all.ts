import type { ClientBase } from "pg";

/** What the camp is without its people: groups, gatherings, printers. All else goes with what points to it. */
const OF_PEOPLE = [
  "people",
  "consents",
  "broadcasts",
  "card_batches",
  "card_misses",
  "audit_entries",
  "limits",
  // Where reading at the carrier stopped: else it would be read again from there.
  "cursors",
  "key_state",
];

/** Truncated, not deleted: their files go at once. */
export async function forgetEverybody(client: ClientBase): Promise<void> {
  await client.query("BEGIN");
  await client.query(`TRUNCATE ${OF_PEOPLE.join(", ")} CASCADE`);
  await client.query("DELETE FROM outbox WHERE name <> 'plan-series'");
  await client.query("COMMIT");
}
