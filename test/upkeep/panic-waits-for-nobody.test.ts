import { expect, onTestFinished, test } from "vitest";
import { shareKey } from "#server/store/key-state.ts";
import { connect } from "#server/upkeep/alone.ts";
import { clearDatabase } from "#server/upkeep/panic.ts";
import { createDatabase } from "#test/support/servers.ts";

test("a process that hears nothing and is in the middle of something keeps nobody in the database", async () => {
  const database = await createDatabase();
  const connection = { connectionString: database.url };
  const deaf = await connect(connection);
  onTestFinished(async () => {
    await deaf.end().catch(() => undefined);
    await database.drop();
  });
  await shareKey(deaf);
  await deaf.query("INSERT INTO people (phone_hash, created_at, seen_at) VALUES ('\\x01', now(), now())");
  await deaf.query("BEGIN");
  await deaf.query("LOCK TABLE people IN ROW EXCLUSIVE MODE");
  expect(await clearDatabase(connection, 200)).toBe(false);
  const { rows } = await database.pool.query("SELECT count(*)::int AS people FROM people");
  expect(rows).toEqual([{ people: 0 }]);
});
