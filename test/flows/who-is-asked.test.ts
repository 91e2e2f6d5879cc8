import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type Camp, counts, giversOf, postIn, QUEUES, type Queue, startCamp } from "#test/support/camp.ts";

/** From noon to 22:00, and from there to 8:00. */
const NIGHT = 10 * 60;
const MORNING = 10 * 60;

let camp: Camp;

function inCamp(queue: Queue): void {
  beforeEach(async () => {
    camp = await startCamp({ queue });
  });
  afterEach(() => camp.close());
}

const givers = (...gifts: string[]) => giversOf(camp, ...gifts);

describe.each(QUEUES)("who is asked, jobs on %s", (queue) => {
  inCamp(queue);

  test("three at once, best fit first; the fourth after 30 minutes without an answer", async () => {
    const asked = await givers("a sleeping bag", "blankets", "blankets", "blankets");
    await camp.phone().text("NEED blankets");
    expect(await counts(asked)).toEqual([0, 1, 1, 1]);
    await camp.advance(29);
    expect(await counts(asked)).toEqual([0, 0, 0, 0]);
    await camp.advance(1);
    expect(await counts(asked)).toEqual([1, 0, 0, 0]);
    await camp.advance(60);
    expect(await counts(asked)).toEqual([0, 0, 0, 0]);
  });

  test("a decline asks the next one and tells nobody", async () => {
    const needer = camp.phone();
    await needer.text("NEED tarps");
    const asked = await givers("tarps", "tarps", "tarps", "tarps");
    expect(await counts(asked)).toEqual([1, 1, 1, 0]);
    expect(await asked[0]?.text("2")).toContain("all right, not this time");
    expect(await counts(asked)).toEqual([0, 0, 0, 1]);
    expect(await needer.unread()).toEqual([]);
  });

  test("of equal fits who has enough comes first, then who was asked least lately", async () => {
    const asked = await givers(
      "tarps, have 1",
      "tarps, have 5",
      "tarps, have 5",
      "tarps, have 5",
      "tarps, have 5",
    );
    const first = camp.phone();
    const need = postIn(await first.text("NEED 3 tarps"));
    const once = await counts(asked);
    expect(once[0]).toBe(0);
    expect(once.reduce((sum, count) => sum + count)).toBe(3);
    await first.text(`DROP ${need}`);
    await counts(asked);
    await camp.phone().text("NEED 3 tarps");
    const again = await counts(asked);
    const left = once.lastIndexOf(0);
    expect([again[0], again[left]]).toEqual([0, 1]);
  });

  test("what only nearly fits asks nobody, and is kept with its reasons for organizers", async () => {
    const [giver] = await givers("tent pegs");
    await camp.phone().text("NEED hammer");
    const [near] = await givers("some tools");
    expect(await counts([giver, near].filter((each) => each !== undefined))).toEqual([0, 0]);
    const { rows } = await camp.database.query("SELECT fits, score, reasons FROM matches");
    expect(rows).toEqual([
      {
        fits: false,
        score: expect.any(Number),
        reasons: expect.arrayContaining([expect.objectContaining({ kind: "link" })]),
      },
    ]);
  });

  test("nobody is asked for their own need, and nobody who said STOP", async () => {
    const [needer, stopped] = [camp.phone(), camp.phone()];
    await needer.text("GIFT tarps");
    await stopped.text("GIFT tarps");
    await stopped.text("STOP");
    await needer.text("NEED tarps");
    expect(await counts([needer, stopped])).toEqual([0, 0]);
  });

  test("one ask at a time: the next need's comes when the first is answered, the fourth on the next day", async () => {
    const [giver] = await givers("tarps, have 9");
    for (let i = 0; i < 4; i++) await camp.phone().text("NEED tarp");
    for (let i = 0; i < 3; i++) {
      expect(await giver?.unread()).toHaveLength(1);
      await giver?.text(i === 1 ? "1" : "2");
    }
    expect(await giver?.unread()).toEqual([]);
    await camp.advance(NIGHT);
    await camp.advance(MORNING - 1);
    expect(await giver?.unread()).toEqual([]);
    await camp.advance(1);
    expect(await giver?.unread()).toHaveLength(1);
  });
});

describe.each(QUEUES)("nobody is asked at night, jobs on %s", (queue) => {
  inCamp(queue);

  test("at night nobody is asked: the answer says so, and at 8 in the morning they are", async () => {
    const [giver] = await givers("tarps");
    await camp.advance(NIGHT);
    expect(await camp.phone().text("NEED tarps")).toContain("We ask around from 8am.");
    expect(await giver?.unread()).toEqual([]);
    await camp.advance(MORNING - 1);
    expect(await giver?.unread()).toEqual([]);
    await camp.advance(1);
    expect(await giver?.unread()).toHaveLength(1);
  });

  test("a gift that comes at night for an older need is asked for at 8 in the morning", async () => {
    await camp.phone().text("NEED tarps");
    await camp.advance(NIGHT);
    const [giver] = await givers("tarps");
    expect(await giver?.unread()).toEqual([]);
    await camp.advance(MORNING);
    expect(await giver?.unread()).toHaveLength(1);
  });

  test("a need that ends before the morning hears so at once, and asks nobody", async () => {
    const [giver] = await givers("tarps");
    await camp.advance(NIGHT);
    expect(await camp.phone().text("NEED tarps till 11pm")).toContain(
      "We ask nobody before 8am: try the info tent.",
    );
    await camp.advance(MORNING);
    expect(await giver?.unread()).toEqual([]);
  });

  test("the time to answer pauses over the night", async () => {
    const asked = await givers("tarps", "tarps", "tarps", "tarps");
    await camp.advance(NIGHT - 80);
    await camp.phone().text("NEED tarps");
    const first = await counts(asked);
    expect(first.toSorted((a, b) => a - b)).toEqual([0, 1, 1, 1]);
    await camp.advance(80 + MORNING + 9);
    expect(await counts(asked)).toEqual([0, 0, 0, 0]);
    await camp.advance(1);
    expect(await counts(asked)).toEqual(first.map((count) => 1 - count));
  });

  test("an ask that a menu held up over 9 in the evening waits for the morning", async () => {
    const [giver] = await givers("tarps");
    await camp.advance(NIGHT - 61);
    await giver?.text("MENU");
    await camp.phone().text("NEED tarps");
    await camp.advance(5);
    expect(await giver?.unread()).toEqual([]);
    await camp.advance(60 + MORNING);
    expect(await giver?.unread()).toHaveLength(1);
  });
});
