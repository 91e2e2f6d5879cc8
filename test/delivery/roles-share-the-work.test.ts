import { describe, expect, test } from "vitest";
import { until } from "#test/support/until.ts";
import { OUR_NUMBER, type World } from "#test/support/world.ts";
import { ANA, BEN, count, QUEUES, worldWith } from "./scene.ts";

async function tellStory(world: World, webUrl = world.url): Promise<void> {
  const text = async (from: string, body: string) =>
    (
      await world.standIn.postText(`${webUrl}/twilio/sms`, {
        from,
        body,
        publicUrl: `${world.env["PUBLIC_URL"]}/twilio/sms`,
      })
    ).reply;
  await text(ANA, "NEED 2 tarps");
  await text(BEN, "GIFT 2 tarps");
  await until("the giver is asked", () => world.sentTo(BEN).length === 1);
  const answer = await text(BEN, "1");
  await until("the needer is told", () => world.sentTo(ANA).length === 1);
  const line = /text (\d+) and/.exec(answer ?? "")?.[1];
  await text(ANA, `${line} at 5?`);
  await until("the words arrive", () => world.sentTo(BEN).length === 2);
  expect(world.sentTo(BEN).at(-1)).toBe(`${line}: at 5?`);
}

describe.each(QUEUES)("jobs on %s", (queue) => {
  test("one process serves and another one works, on the same database", async () => {
    const world = await worldWith({ queue, env: { ROLE: "web" } });
    await world.join({ ROLE: "worker" });
    await tellStory(world);
  });

  test("two that serve and two that work share it all", async () => {
    const world = await worldWith({ queue });
    const second = await world.join();
    await tellStory(world, second.url);
    expect(world.standIn.accepted.every(({ from }) => from === OUR_NUMBER)).toBe(true);
    expect(await count(world, "outbound_texts")).toBe(3);
  });
});
