import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type Camp, QUEUES, startCamp } from "#test/support/camp.ts";

const THINGS = "tarps,hammers,blankets,lamps,tents,rope,boots,diapers,soap,candles,towels,pillows".split(",");

describe.each(QUEUES)("posts that cross each other, jobs on %s", (queue) => {
  let camp: Camp;
  beforeEach(async () => {
    camp = await startCamp({ queue });
  });
  afterEach(() => camp.close());

  test("a need and its gift that come in the same moment meet, whichever is matched first", async () => {
    const givers = await Promise.all(
      THINGS.map(async (thing, at) => {
        const [needer, giver] = [camp.phone(), camp.phone()];
        const texts = [() => needer.text(`NEED ${thing}`), () => giver.text(`GIFT ${thing}`)];
        await Promise.all((at % 2 ? texts : texts.toReversed()).map((send) => send()));
        return giver;
      }),
    );
    const asked = await Promise.all(givers.map(async (giver) => (await giver.unread()).length));
    expect(asked).toEqual(THINGS.map(() => 1));
  });

  test("many needs and gifts of one kind that come in the same moment never wait for each other in a ring", async () => {
    const phones = Array.from({ length: 24 }, () => camp.phone());
    await Promise.all(phones.map((phone, at) => phone.text(at % 2 ? "NEED a tent" : "GIFT tent")));
    await camp.settled();
    // What a connection counted is there to be read once it is closed.
    await camp.stop();
    const { rows } = await camp.database.query(
      "SELECT deadlocks::int FROM pg_stat_database WHERE datname = current_database()",
    );
    expect(rows).toEqual([{ deadlocks: 0 }]);
  });
});
