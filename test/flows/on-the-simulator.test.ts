import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Camp, startCamp } from "#test/support/camp.ts";

describe("on a carrier that answers no word by itself, the simulator", () => {
  let camp: Camp;
  beforeAll(async () => {
    camp = await startCamp({ carrier: "simulator", frozen: false });
  });
  afterAll(() => camp.close());

  /** What the phone on the page shows last after texting. */
  async function says(from: string, body: string): Promise<string | undefined> {
    const headers = { "content-type": "application/json" };
    const sent = await fetch(`${camp.url}/simulator/texts`, {
      method: "POST",
      headers,
      body: JSON.stringify({ from, body }),
    });
    expect(sent.status).toBe(200);
    return (await shown(from)).at(-1);
  }

  async function shown(phone: string): Promise<string[]> {
    await camp.settled();
    const page = await fetch(`${camp.url}/simulator/texts?phone=${encodeURIComponent(phone)}`);
    const { texts } = (await page.json()) as { texts: { direction: string; body: string }[] };
    return texts.filter(({ direction }) => direction === "in").map(({ body }) => body);
  }

  test("STOP, HELP and START get their answer from us, once", async () => {
    const phone = "+14015551201";
    expect(await says(phone, "HELP")).toContain("info line. Help:");
    expect(await says(phone, "STOP")).toContain("you get no more texts from us. Text START to come back.");
    const count = (await shown(phone)).length;
    await says(phone, "STOP");
    await says(phone, "MENU");
    expect(await shown(phone)).toHaveLength(count);
    expect(await says(phone, "START")).toContain("welcome!");
    expect(await says(phone, "MENU")).toContain("1 NEED");
  });

  test("the story runs between two phones on the page", async () => {
    const [needer, giver] = ["+14015551202", "+14015551203"];
    await says(needer, "NEED 2 tarps");
    await says(giver, "GIFT tarps, have 3");
    expect((await shown(giver)).at(-1)).toContain("someone needs 2 tarps");
    await says(giver, "1");
    expect((await shown(needer)).at(-1)).toContain("someone can give 2 tarps");
  });
});
