import { afterEach, beforeEach, describe, expect, test } from "vitest";
import {
  type Camp,
  counts,
  giversOf,
  lineIn,
  postIn,
  QUEUES,
  type Queue,
  startCamp,
} from "#test/support/camp.ts";

let camp: Camp;

function inCamp(queue: Queue): void {
  beforeEach(async () => {
    camp = await startCamp({ queue });
  });
  afterEach(() => camp.close());
}

const givers = (...gifts: string[]) => giversOf(camp, ...gifts);

describe.each(QUEUES)("a yes counts when it is one, jobs on %s", (queue) => {
  inCamp(queue);

  test("the yes that fills a need withdraws the other asks politely, and a later 1 is too late", async () => {
    const needer = camp.phone();
    await needer.text("NEED 2 tarps");
    const asked = await givers("tarps, have 2", "tarps, have 2", "tarps, have 2");
    expect(await counts(asked)).toEqual([1, 1, 1]);
    await asked[1]?.text("1");
    for (const other of [asked[0], asked[2]])
      expect(await other?.unread()).toEqual([
        expect.stringContaining("needs no more help, so no need to answer"),
      ]);
    expect(await asked[0]?.text("1")).toContain("needs no more help. Your gift stays listed");
    expect(await needer.unread()).toHaveLength(1);
  });

  test("a late 1 counts while the need is open", async () => {
    const needer = camp.phone();
    await needer.text("NEED tarps");
    const [giver] = await givers("tarps");
    await giver?.unread();
    await camp.advance(200);
    expect(await giver?.text("1")).toContain("great! You and the person");
    expect(await needer.unread()).toHaveLength(1);
    expect(await giver?.text("1")).toContain("that menu is over");
    expect(await needer.unread()).toEqual([]);
  });
});

describe.each(QUEUES)("a digit answers what was asked last, jobs on %s", (queue) => {
  inCamp(queue);

  test("a digit that is late for another menu is no yes to an older ask", async () => {
    const needer = camp.phone();
    await needer.text("NEED tarps");
    const [giver] = await givers("tarps");
    await giver?.unread();
    await camp.advance(40);
    await giver?.text("MENU");
    await camp.advance(40);
    expect(await giver?.text("1")).toContain("that menu is over");
    expect(await needer.unread()).toEqual([]);
  });

  test("a late 1 never answers an ask that has not arrived yet", async () => {
    const [first, second] = [camp.phone(), camp.phone()];
    await first.text("NEED tarps");
    const [giver] = await givers("tarps", "lanterns");
    await giver?.text("GIFT lanterns");
    await giver?.unread();
    await camp.advance(31);
    camp.standIn.behave(() => ({ status: 429, code: 20429 }));
    await second.text("NEED lanterns");
    await camp.settled();
    await giver?.text("1");
    camp.standIn.behave(() => "accept");
    await camp.advance(5);
    expect(await second.unread()).toEqual([]);
  });
});

describe.each(QUEUES)("menus do not overtake each other, jobs on %s", (queue) => {
  inCamp(queue);

  test("an ask waits behind an open menu until it is answered", async () => {
    const [giver] = await givers("tarps");
    await giver?.text("MENU");
    await camp.phone().text("NEED tarps");
    expect(await giver?.unread()).toEqual([]);
    await giver?.text("3");
    expect(await giver?.unread()).toHaveLength(1);
  });

  test("an ask waits behind an open menu for two minutes at the most", async () => {
    const [giver] = await givers("tarps");
    await giver?.text("MENU");
    await camp.phone().text("NEED tarps");
    await camp.advance(1);
    expect(await giver?.unread()).toEqual([]);
    await camp.advance(1);
    expect(await giver?.unread()).toHaveLength(1);
    expect(await giver?.text("1")).toContain("great!");
  });
});

describe.each(QUEUES)("pieces are counted, jobs on %s", (queue) => {
  inCamp(queue);

  test("three tarps meet a need for two, and the one that is left meets the next", async () => {
    const [giver] = await givers("tarps, have 3");
    const first = camp.phone();
    await first.text("NEED 2 tarps");
    await giver?.unread();
    expect(await giver?.text("1")).toContain("1 tarp of your 3 stays listed.");
    const second = camp.phone();
    await second.text("NEED 4 tarps");
    expect(await giver?.unread()).toHaveLength(1);
    expect(await giver?.text("1")).toContain("All your 3 are promised.");
    expect(await second.unread()).toEqual([expect.stringContaining("someone can give 1 tarp ")]);
    await camp.phone().text("NEED tarps");
    expect(await giver?.unread()).toEqual([]);
  });

  test("a need for five is met by three and three, and the giver keeps what is too many", async () => {
    const needer = camp.phone();
    await needer.text("NEED 5 tarps");
    const [one, other] = await givers("tarps, have 3", "tarps, have 3");
    await counts([needer, ...[one, other].filter((phone) => phone !== undefined)]);
    await one?.text("1");
    expect(await needer.unread()).toEqual([expect.stringContaining("someone can give 3 tarps")]);
    expect(await other?.unread()).toEqual([]);
    expect(await other?.text("1")).toContain("1 tarp of your 3 stays listed.");
    expect(await needer.unread()).toEqual([expect.stringContaining("someone can give 2 tarps")]);
  });

  test("a gift that nobody counted stays listed", async () => {
    const [giver] = await givers("tea");
    for (let i = 0; i < 2; i++) {
      const needer = camp.phone();
      await needer.text("NEED 20 tea");
      expect(await giver?.unread()).toHaveLength(1);
      expect(await giver?.text("1")).toContain("stays listed.");
      expect(lineIn((await needer.unread())[0])).toBeGreaterThan(9);
    }
  });

  test("an answered ask may be said again by a digit that it does not have", async () => {
    const [giver] = await givers("tarps");
    const need = postIn(await camp.phone().text("NEED tarps"));
    const [ask] = (await giver?.unread()) ?? [];
    expect(await giver?.text("5")).toBe(ask);
    expect(ask).toContain(`(no. ${need})`);
    expect(await giver?.text("1")).toContain("great!");
  });
});
