import { expect, test } from "vitest";
import { until } from "#test/support/until.ts";
import { ANA, BEN, worldWith } from "./scene.ts";

/** Longer than what was handed to a queue may stay undone before it is handed out again. */
const A_LEASE = 0.6;

test("a post whose transaction got a number that a killed database had given out before is matched", async () => {
  const world = await worldWith();
  const { database } = world;
  await world.text(ANA, "NEED 2 tarps");
  await world.settled();
  // What came to nothing used up numbers, and the matcher has seen them.
  for (let i = 0; i < 20; i++) {
    const client = await database.connect();
    await client.query("BEGIN; SELECT pg_current_xact_id(); ROLLBACK");
    client.release();
  }
  await world.text(ANA, "NEED 1 kayak");
  await world.settled();
  await database.query("ALTER TABLE matches RENAME TO broken");
  await world.text(BEN, "GIFT 2 tarps");
  await until("it was tried", () => world.logged.some((line) => line.includes("job failed")));
  // As it would be, had the database forgotten those numbers.
  await database.query(
    "UPDATE posts SET change = (change::text::bigint - 20)::text::xid8 WHERE kind = 'gift'",
  );
  await database.query("ALTER TABLE broken RENAME TO matches");
  await world.advance(A_LEASE);
  expect(world.sentTo(BEN)).toHaveLength(1);
});
