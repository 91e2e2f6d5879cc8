import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type Camp, type Phone, postIn, QUEUES, type Queue, startCamp } from "#test/support/camp.ts";

const HOUR = 60;
const DAY = 24 * HOUR;

let camp: Camp;
let phone: Phone;

function inCamp(queue: Queue): void {
  beforeEach(async () => {
    camp = await startCamp({ queue });
    phone = camp.phone();
  });
  afterEach(() => camp.close());
}

describe.each(QUEUES)("a post is asked about once before it ends, jobs on %s", (queue) => {
  inCamp(queue);

  test("the day before its end its owner is asked once whether it still stands, then it ends", async () => {
    const need = postIn(await phone.text("NEED 2 tarps"));
    await camp.advance(6 * DAY - 1);
    expect(await phone.unread()).toEqual([]);
    await camp.advance(1);
    expect(await phone.unread()).toEqual([
      `Willow Camp: still needed, no. ${need}: 2 tarps? Text STILL ${need} to keep it, DONE ${need} if you have it, or DROP ${need}.`,
    ]);
    await camp.advance(DAY - 1);
    expect(await phone.unread()).toEqual([]);
    await camp.advance(1);
    expect(await phone.unread()).toEqual([
      expect.stringContaining(`sorry, nobody could help in time with no. ${need}: 2 tarps`),
    ]);
    expect(await phone.text("MINE")).toContain("nothing listed");
    await camp.phone().text("GIFT tarps");
    await camp.advance(8 * DAY);
    expect(await phone.unread()).toEqual([]);
  });

  test("a post of the evening is reminded in the morning, not at night, and not when it is dropped by then", async () => {
    await camp.advance(10 * HOUR);
    const other = camp.phone();
    const [need, gift] = [await phone.text("NEED tarps"), await other.text("GIFT lamps")].map(postIn);
    await camp.advance(6 * DAY);
    expect([...(await phone.unread()), ...(await other.unread())]).toEqual([]);
    await phone.text(`DROP ${need}`);
    await camp.advance(10 * HOUR);
    expect(await phone.unread()).toEqual([]);
    expect(await other.unread()).toEqual([expect.stringContaining(`still to give, no. ${gift}: lamps?`)]);
  });
});

describe.each(QUEUES)("a post ends when it was said, jobs on %s", (queue) => {
  inCamp(queue);

  test("STILL keeps a post for another week, with a reminder of its own", async () => {
    const need = postIn(await phone.text("NEED tarps"));
    await camp.advance(6 * DAY);
    await phone.unread();
    expect(await phone.text(`STILL ${need}`)).toBe(
      `Willow Camp: no. ${need} stays up till Sun 6 Dec. To change it text STILL ${need} and new words. DROP ${need} takes it down.`,
    );
    await camp.advance(6 * DAY - 1);
    expect(await phone.unread()).toEqual([]);
    await camp.advance(1);
    expect(await phone.unread()).toEqual([expect.stringContaining("still needed")]);
  });

  test("STILL brings back what had ended, and people are asked again", async () => {
    const giver = camp.phone();
    const need = postIn(await phone.text("NEED tarps"));
    await camp.advance(7 * DAY);
    await giver.text("GIFT tarps");
    expect(await giver.unread()).toEqual([]);
    expect(await phone.text(`STILL ${need}`)).toContain(`no. ${need} stays up till`);
    expect(await giver.unread()).toEqual([expect.stringContaining("someone needs tarps")]);
  });

  test("its own end beats the camp's number of days, either way, and is not reminded", async () => {
    const later = camp.phone();
    await phone.text("NEED tarps till wed");
    await later.text("NEED lamps till 15 december");
    await camp.advance(2 * DAY + 12 * HOUR - 2);
    expect(await phone.text("MINE")).toContain("tarps");
    await camp.advance(1);
    expect(await phone.text("MINE")).toContain("nothing listed");
    await camp.advance(8 * HOUR + 1);
    expect(await phone.unread()).toEqual([expect.stringContaining("sorry, nobody could help in time")]);
    await camp.advance(10 * DAY);
    expect(await later.text("MINE")).toContain("lamps");
    expect(await later.unread()).toEqual([]);
  });

  test("a filled need is not asked about again", async () => {
    const giver = camp.phone();
    await phone.text("NEED tarps");
    await giver.text("GIFT tarps, have 1");
    await giver.unread();
    await giver.text("1");
    await phone.unread();
    await camp.advance(10 * DAY);
    expect([...(await phone.unread()), ...(await giver.unread())]).toEqual([]);
  });
});

describe("what a phone has listed", () => {
  test("MINE lists it page by page, DROP and DONE alone name the numbers", async () => {
    const camp = await startCamp();
    const phone = camp.phone();
    expect(await phone.text("MINE")).toContain("you have nothing listed");
    const numbers: number[] = [];
    for (const thing of [
      "2 tarps",
      "sleeping bag",
      "rope",
      "gas stove",
      "camping chairs",
      "hammer",
      "ladder",
      "bucket",
    ])
      numbers.push(postIn(await phone.text(`NEED ${thing}`)));
    expect(await phone.text("DROP")).toBe(
      `Willow Camp: which one? Text DROP and its number. Yours: ${numbers.slice(0, 5).join(", ")}.`,
    );
    expect(await phone.text("LISTO")).toContain("Manda LISTO y su numero. Los tuyos:");
    const first = await phone.text("MINE");
    expect(first).toContain("9 for more.");
    const shown = [first];
    while (shown.at(-1)?.includes("9 for more.")) shown.push(await phone.text("9"));
    for (const number of numbers) expect(shown.join(" ")).toContain(`${number} NEED`);
    expect(shown.every((text) => (text?.length ?? 999) <= 160)).toBe(true);
    await camp.close();
  });
});
