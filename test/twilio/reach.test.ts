import { expect, onTestFinished, test } from "vitest";
import { refusesStrangers } from "#sms/twilio/reach.ts";
import { startWorld } from "#test/support/world.ts";
import { start } from "./stand-in-setup.ts";

test("Giftline is known by how it refuses what Twilio has not signed; others and nobody are not taken for it", async () => {
  const world = await startWorld();
  onTestFinished(() => world.close());
  const another = await start();
  const nobody = "http://127.0.0.1:9";
  const urls = [world.url, another.url, nobody].map((url) => `${url}/twilio/sms#rc=3`);
  const reached = await Promise.all(urls.map((url) => refusesStrangers(url, 5_000)));
  expect(reached).toEqual([true, false, false]);
});
