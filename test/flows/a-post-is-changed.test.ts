import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type Camp, giversOf, postIn, QUEUES, startCamp } from "#test/support/camp.ts";

let camp: Camp;

describe.each(QUEUES)("other words for a post, jobs on %s", (queue) => {
  beforeEach(async () => {
    camp = await startCamp({ queue });
  });
  afterEach(() => camp.close());

  test("who fits the new words is asked, who was asked over the old ones hears that it is over", async () => {
    const [tarps, blankets] = await giversOf(camp, "tarps", "wool blankets");
    const needer = camp.phone();
    const need = postIn(await needer.text("NEED 2 tarps"));
    expect(await tarps?.unread()).toHaveLength(1);
    expect(await needer.text(`STILL ${need} 3 blankets till fri`)).toContain(
      `no. ${need} is now: 3 blankets, till Fri.`,
    );
    expect(await tarps?.unread()).toEqual([
      `Willow Camp: what was asked for or given has changed, so no need to answer about no. ${need}. Your gift stays listed. Thank you!`,
    ]);
    expect(await blankets?.unread()).toEqual([expect.stringContaining("3 blankets till Fri")]);
  });

  test("an ask that fits the new words too stays as it is", async () => {
    const [giver] = await giversOf(camp, "tarps, have 5");
    const needer = camp.phone();
    const need = postIn(await needer.text("NEED 2 tarps"));
    expect(await giver?.unread()).toHaveLength(1);
    await needer.text(`STILL ${need} 3 big tarps`);
    expect(await giver?.unread()).toEqual([]);
    expect(await giver?.text("1")).toContain("great!");
    expect(await needer.unread()).toEqual([expect.stringContaining("3 tarps")]);
  });

  test("a gift with other words meets the needs that wait for them, in Spanish too", async () => {
    const needer = camp.phone();
    await needer.text("NECESITO cobijas");
    const giver = camp.phone();
    const gift = postIn(await giver.text("REGALO carpa"));
    expect(await giver.unread()).toEqual([]);
    expect(await giver.text(`SIGUE ${gift} pero cobijas`)).toContain(`el no. ${gift} ahora es: cobijas`);
    expect(await giver.unread()).toEqual([expect.stringContaining("cobijas")]);
  });

  test("somebody else's post cannot be changed, and nothing but a thing is taken", async () => {
    const owner = camp.phone();
    const post = postIn(await owner.text("NEED tarps"));
    expect(await camp.phone().text(`STILL ${post} blankets`)).toContain(`no. ${post}`);
    expect(await owner.text(`STILL ${post} !!`)).toContain(`no. ${post} stays up`);
    expect(await owner.text("MINE")).toContain("tarps");
  });

  test("another end alone keeps the words", async () => {
    const owner = camp.phone();
    const post = postIn(await owner.text("NEED tarps"));
    expect(await owner.text(`STILL ${post} till wed`)).toContain("stays up till Wed");
    expect(await owner.text("MINE")).toContain("tarps");
    await camp.advance(3 * 24 * 60);
    expect(await owner.text("MINE")).toContain("nothing listed");
  });

  test("what is promised to somebody is not asked for again", async () => {
    const [first] = await giversOf(camp, "tarps, have 2");
    const needer = camp.phone();
    const need = postIn(await needer.text("NEED 2 tarps"));
    await first?.unread();
    await first?.text("1");
    const [second] = await giversOf(camp, "tarps, have 5");
    await needer.text(`STILL ${need} 2 big tarps`);
    expect(await second?.unread()).toEqual([]);
    await needer.text(`STILL ${need} 3 big tarps`);
    expect(await second?.unread()).toEqual([expect.stringContaining("needs 1 big tarp")]);
  });

  test("tomorrow in the new words is the day after they were said", async () => {
    const giver = camp.phone();
    const gift = postIn(await giver.text("GIFT ride to portland monday"));
    await camp.advance(2 * 24 * 60);
    await giver.text(`STILL ${gift} ride to portland tomorrow`);
    await camp.phone().text("NEED ride to portland thursday");
    expect(await giver.unread()).toEqual([expect.stringContaining("ride to portland thursday")]);
  });
});
