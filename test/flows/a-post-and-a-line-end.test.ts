import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type Camp, lineIn, type Phone, postIn, QUEUES, type Queue, startCamp } from "#test/support/camp.ts";

let camp: Camp;
let needer: Phone;
let giver: Phone;

function inCamp(queue: Queue): void {
  beforeEach(async () => {
    camp = await startCamp({ queue });
    [needer, giver] = [camp.phone(), camp.phone()];
  });
  afterEach(() => camp.close());
}

/** The two are introduced over 2 of 3 tarps. */
async function introduced() {
  const need = postIn(await needer.text("NEED 2 tarps"));
  const gift = postIn(await giver.text("GIFT tarps, have 3"));
  await giver.unread();
  const line = lineIn(await giver.text("1"));
  await needer.unread();
  return { need, gift, line };
}

async function asked(...gifts: string[]): Promise<Phone[]> {
  const phones = gifts.map(() => camp.phone());
  for (const [i, phone] of phones.entries()) await phone.text(`GIFT ${gifts[i]}`);
  return phones;
}

describe.each(QUEUES)("DROP, jobs on %s", (queue) => {
  inCamp(queue);

  test("a dropped need withdraws its asks politely, and nobody is asked any more", async () => {
    const need = postIn(await needer.text("NEED tarps"));
    await giver.text("GIFT tarps");
    await giver.unread();
    expect(await needer.text(`DROP ${need}`)).toContain(`no. ${need} is taken down.`);
    expect(await giver.unread()).toEqual([expect.stringContaining(`no. ${need} needs no more help`)]);
    expect(await giver.text("1")).toContain(`No. ${need} needs no more help`);
    expect(await needer.text(`DROP ${need}`)).toContain(`no. ${need} is closed already`);
    expect(await needer.unread()).toEqual([]);
  });

  test("a dropped need gives the giver all pieces back and tells them", async () => {
    const { need, line } = await introduced();
    await needer.text(`DROP ${need}`);
    expect(await giver.unread()).toEqual([
      expect.stringContaining(`no. ${need} was taken down by the other side`),
    ]);
    expect(await giver.text("MINE")).toContain("tarps, 3");
    expect(await giver.text(`${line} ok`)).toContain(`no. ${line} is closed already`);
  });

  test("a dropped gift opens the need again: the needer hears it in a number they know, others are asked", async () => {
    const { gift, line } = await introduced();
    const [other] = await asked("tarps");
    expect(await other?.unread()).toEqual([]);
    await giver.text(`DROP ${gift}`);
    expect(await needer.unread()).toEqual([expect.stringContaining(`the other side closed line ${line}`)]);
    expect(await other?.unread()).toHaveLength(1);
    expect(await giver.unread()).toEqual([]);
  });

  test("a dropped line gives the pieces back on both sides, the need asks others and not the same giver", async () => {
    const { line } = await introduced();
    const [other] = await asked("tarps");
    expect(await giver.text(`DROP ${line}`)).toContain(`line ${line} is closed`);
    expect(await needer.unread()).toEqual([expect.stringContaining(`the other side closed line ${line}`)]);
    expect(await other?.unread()).toEqual([expect.stringContaining("someone needs 2 tarps")]);
    expect(await giver.text("MINE")).toContain("tarps, 3");
    expect(await giver.unread()).toEqual([]);
    expect(await giver.text(`DROP ${line}`)).toContain("closed already");
  });
});

describe.each(QUEUES)("MUTE, jobs on %s", (queue) => {
  inCamp(queue);

  test("MUTE is not told, and keeps the two apart either way", async () => {
    const { line } = await introduced();
    expect(await needer.text(`MUTE ${line}`)).toContain("They are not told");
    expect(await giver.text(`${line} hello?`)).toContain(`no. ${line} is closed already`);
    expect(await giver.unread()).toEqual([]);
    await needer.text("NEED lanterns");
    await giver.text("GIFT lanterns");
    await giver.text("NEED ropes");
    await needer.text("GIFT ropes");
    expect([...(await giver.unread()), ...(await needer.unread())]).toEqual([]);
  });

  test("after MUTE an ask that was open between the two leads to no introduction", async () => {
    const { line } = await introduced();
    await needer.text("NEED lanterns");
    await giver.text("GIFT lanterns");
    expect(await giver.unread()).toHaveLength(1);
    await needer.text(`MUTE ${line}`);
    expect(await giver.unread()).toEqual([]);
    await giver.text("1");
    expect(await needer.unread()).toEqual([]);
  });
});

describe.each(QUEUES)("DONE, jobs on %s", (queue) => {
  inCamp(queue);

  test("DONE by the needer thanks the giver, whose rest stays listed", async () => {
    const { need } = await introduced();
    expect(await needer.text(`DONE ${need}`)).toContain(`No. ${need} is done`);
    expect(await giver.unread()).toEqual([
      `Willow Camp: no. ${need} is done, says the other side. Thank you! Text MENU for more.`,
    ]);
    expect(await giver.text("MINE")).toContain("tarp");
    expect(await needer.unread()).toEqual([]);
  });

  test.each(["need", "line"] as const)(
    "DONE by the giver, by the number of the %s, thanks the needer",
    async (by) => {
      const numbers = await introduced();
      expect(await giver.text(`DONE ${numbers[by]}`)).toContain(`No. ${numbers.need} is done`);
      expect(await needer.unread()).toEqual([expect.stringContaining(`no. ${numbers.need} is done`)]);
      expect(await needer.text("MINE")).toContain("nothing listed");
      expect(await giver.text(`${numbers.line} you are welcome`)).toBe("Willow Camp: passed on.");
    },
  );

  test("DONE by one of two givers tells everybody else once", async () => {
    const need = postIn(await needer.text("NEED 4 tarps"));
    const [one, other] = await asked("tarps, have 2", "tarps, have 2");
    for (const phone of [one, other]) {
      await phone?.unread();
      await phone?.text("1");
    }
    await needer.unread();
    await one?.text(`DONE ${need}`);
    expect(await needer.unread()).toHaveLength(1);
    expect(await other?.unread()).toHaveLength(1);
    expect(await one?.unread()).toEqual([]);
  });

  test("DONE of a gift names the line to the needer, who does not know the gift's number", async () => {
    const { gift, line } = await introduced();
    await giver.text(`DONE ${gift}`);
    expect(await needer.unread()).toEqual([expect.stringContaining(`no. ${line} is done`)]);
  });
});

describe.each(QUEUES)("STILL and numbers, jobs on %s", (queue) => {
  inCamp(queue);

  test("STILL opens a filled need again for others, and an ended one", async () => {
    const { need } = await introduced();
    const [other] = await asked("tarps");
    expect(await needer.text(`STILL ${need}`)).toContain(`no. ${need} stays up till Mon 30 Nov`);
    expect(await other?.unread()).toEqual([expect.stringContaining("someone needs 2 tarps")]);
    await needer.text(`DONE ${need}`);
    await other?.unread();
    expect(await needer.text(`STILL ${need}`)).toContain(`no. ${need} stays up`);
    expect(await needer.text("MINE")).toContain(`${need} NEED 2 tarps`);
  });

  test("a number is not used again within 7 days after what it meant has ended", async () => {
    const first = postIn(await needer.text("NEED tarps"));
    await needer.text(`DROP ${first}`);
    for (let i = 0; i < 85; i++) await camp.phone(`+1401556${1000 + i}`).text("GIFT tarps");
    const seen = new Set<number>();
    for (const days of [6.9, 0.2]) {
      await camp.advance(days * 24 * 60);
      for (let i = 0; i < 8; i++) seen.add(postIn(await camp.phone().text("NEED rope")));
      expect(seen.has(first)).toBe(days < 1);
    }
  });
});
