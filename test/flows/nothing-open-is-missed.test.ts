import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { matchedWith, saveMatches } from "#server/store/matches.ts";
import { type Camp, counts, giversOf, postIn, startCamp } from "#test/support/camp.ts";

let camp: Camp;

beforeEach(async () => {
  camp = await startCamp();
});
afterEach(() => camp.close());

async function postOf(number: number) {
  const { rows } = await camp.database.query(
    `SELECT id, kind, person_id AS "personId" FROM posts WHERE number = $1`,
    [number],
  );
  return rows[0];
}

describe("what a worker keeps in memory is what is open", () => {
  test("a post opened by a transaction that began before a later one closed it is found", async () => {
    const needer = camp.phone();
    const need = postIn(await needer.text("NEED tarps"));
    await camp.settled();
    const slow = await camp.database.connect();
    await slow.query("BEGIN");
    await slow.query("SELECT pg_current_xact_id()");
    await needer.text(`DROP ${need}`);
    await giversOf(camp, "lamps");
    await slow.query(
      "UPDATE posts SET state = 'open', closed_at = NULL, change = pg_current_xact_id() WHERE number = $1",
      [need],
    );
    await slow.query("COMMIT");
    slow.release();
    const givers = await giversOf(camp, "tarps");
    expect(await counts(givers)).toEqual([1]);
  });

  test("posts whose end has come take nobody's place, even before they are closed", async () => {
    await giversOf(camp, ...Array.from({ length: 61 }, () => "blankets"));
    const [near] = await giversOf(camp, "a sleeping bag");
    await camp.database.query(
      "UPDATE posts SET expires_at = '2026-11-23T16:00:00Z' WHERE thing = 'blankets' AND kind = 'gift'",
    );
    await camp.phone().text("NEED blankets");
    expect(await near?.unread()).toHaveLength(1);
  });

  test("a match that another job saved meanwhile stays; one that fits no more goes", async () => {
    const need = await postOf(postIn(await camp.phone().text("NEED tarps")));
    const gift = await postOf(postIn(await camp.phone().text("GIFT tarps")));
    await camp.settled();
    const { db, now } = camp.booted.ctx;
    await saveMatches(db, need, { before: [], found: [] }, now());
    expect(await matchedWith(db, need)).toEqual([gift.id]);
    await saveMatches(db, need, { before: [gift.id], found: [] }, now());
    expect(await matchedWith(db, need)).toEqual([]);
  });

  test("with more fits than are kept for a post, those who were asked stay asked", async () => {
    const asked = await giversOf(camp, "tarps", "tarps", "tarps");
    const needer = camp.phone();
    const need = postIn(await needer.text("NEED tarps"));
    expect(await counts(asked)).toEqual([1, 1, 1]);
    await giversOf(camp, ...Array.from({ length: 70 }, () => "tarps"));
    await needer.text(`STILL ${need}`);
    expect(await counts(asked)).toEqual([0, 0, 0]);
    expect(await asked[0]?.text("1")).toContain("great!");
  });
});

test("who lists much does not crowd out the others", async () => {
  const busy = camp.phone();
  for (let i = 0; i < 19; i++) await busy.text("GIFT tarps");
  const [other] = await giversOf(camp, "tarps");
  await busy.text("NEED tarps");
  expect(await other?.unread()).toHaveLength(1);
});
