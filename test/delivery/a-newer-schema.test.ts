import { afterAll, beforeAll, expect, test } from "vitest";
import { type Camp, lineIn, postIn, startCamp } from "#test/support/camp.ts";

let camp: Camp;
beforeAll(async () => {
  camp = await startCamp();
});
afterAll(() => camp.close());

/** What a newer version may do to a database that this one works on: `test/meta/migrations.test.ts` allows no more. */
async function migrateAhead(): Promise<void> {
  const { rows } = await camp.database.query(
    "SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' AND tablename <> '_prisma_migrations'",
  );
  expect(rows.length).toBeGreaterThan(30);
  for (const { name } of rows) {
    await camp.database.query(`ALTER TABLE "${name}" ADD COLUMN of_later text NOT NULL DEFAULT 'unknown'`);
    await camp.database.query(`CREATE INDEX ON "${name}" (of_later)`);
  }
  await camp.database.query("CREATE TABLE of_later (id serial PRIMARY KEY, person_id int REFERENCES people)");
  await camp.database.query(
    "INSERT INTO _prisma_migrations (id, checksum, migration_name, started_at, finished_at, applied_steps_count) VALUES ('later', '', '99991231000000_of_later', now(), now(), 1)",
  );
}

test("a process goes on while a newer version changes the database, and may even start again after", async () => {
  const [ana, ben] = [camp.phone(), camp.phone()];
  const need = postIn(await ana.text("NEED 2 tarps"));
  await camp.settled();
  await migrateAhead();
  await ben.text("GIFT tarps, have 3");
  expect((await ben.unread()).at(-1)).toContain("tarps");
  const line = lineIn(await ben.text("1"));
  expect(await ana.text(`${line} see you at the gate`)).toContain("passed on");
  expect((await ben.unread()).at(-1)).toContain("see you at the gate");
  await camp.stop();
  await camp.join({ PORT: camp.env["PORT"] ?? "" });
  expect(await ana.text("MINE")).toContain(`${need}`);
  expect((await fetch(`${camp.url}/kiosk`)).status).toBe(200);
});
