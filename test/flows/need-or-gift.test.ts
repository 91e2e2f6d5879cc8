import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type Camp, giversOf, startCamp } from "#test/support/camp.ts";

let camp: Camp;

beforeEach(async () => {
  camp = await startCamp();
});
afterEach(() => camp.close());

describe("words that say the other of NEED and GIFT are asked back, not guessed", () => {
  test("NEED anyone want a tent? is asked back, and 2 lists it as a gift", async () => {
    const phone = camp.phone();
    expect(await phone.text("NEED anyone want a tent?")).toContain("do you need it, or can you give it?");
    expect(await phone.text("2")).toContain("thank you! No.");
    await camp.phone().text("NEED a tent");
    expect(await phone.unread()).toEqual([expect.stringContaining("someone needs 1 tent")]);
  });

  test("GIFT does anyone have a stove is asked back, and 1 lists it as a need", async () => {
    const phone = camp.phone();
    expect(await phone.text("GIFT does anyone have a stove")).toContain(
      "do you need it, or can you give it?",
    );
    expect(await phone.text("1")).toContain("got it, no.");
    const [giver] = await giversOf(camp, "stove");
    expect(await giver?.unread()).toHaveLength(1);
  });

  test("NECESITO alguien quiere una carpa is asked back in Spanish", async () => {
    expect(await camp.phone().text("NECESITO alguien quiere una carpa?")).toContain(
      "¿lo necesitas o lo puedes dar?",
    );
  });

  test.each(["NEED who can fix my bike", "NEED someone to watch my kids", "GIFT need to get rid of a sofa"])(
    "%s says what it is",
    async (text) => {
      expect(await camp.phone().text(text)).toMatch(/got it|thank you/);
    },
  );
});
