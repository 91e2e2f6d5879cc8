import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { startWorld, type World } from "#test/support/world.ts";

const NEEDER = "+14015550101";
const GIVER = "+14015550102";

describe.each(["postgresql", "redis"] as const)("a need and a gift meet by text, jobs on %s", (queue) => {
  let world: World;
  beforeEach(async () => {
    world = await startWorld({ queue });
  });
  afterEach(() => world.close());

  test("need first: the giver is asked, says 1, both are introduced and write to each other", async () => {
    expect(await world.text(NEEDER, "NEED 2 tarps till fri")).toBe(
      "Willow Camp: got it, no. 10: 2 tarps, till Fri. We text you when someone can help. Text DROP 10 to take it down.",
    );
    expect(await world.text(GIVER, "GIFT tarps, have 3")).toBe(
      "Willow Camp: thank you! No. 11: tarps, 3. We ask you when someone needs them. Text DROP 11 to take it down.",
    );
    await world.settled();
    expect(world.sentTo(GIVER)).toEqual([
      "Willow Camp: someone needs 2 tarps till Fri (no. 10). Your gift 11 could help. Reply 1 to help, 2 not this time.",
    ]);
    expect(await world.text(GIVER, "1")).toBe(
      "Willow Camp: great! You and the person with need 10 can write: text 12 and your words. Numbers stay hidden. 1 tarp of your 3 stays listed.",
    );
    await world.settled();
    expect(world.sentTo(NEEDER)).toEqual([
      "Willow Camp: someone can give 2 tarps (no. 10). Text 12 and your words to reach them. Numbers stay hidden. Text DONE 10 once you have it.",
    ]);
    expect(await world.text(NEEDER, "12 big tent at 5?")).toBe("Willow Camp: passed on.");
    expect(await world.text(GIVER, "12 see you at 5")).toBe("Willow Camp: passed on.");
    await world.settled();
    expect(world.sentTo(GIVER).at(-1)).toBe("12: big tent at 5?");
    expect(world.sentTo(NEEDER).at(-1)).toBe("12: see you at 5");
  });
});
