import { afterAll, beforeAll, expect, test } from "vitest";
import { startWorld, type World } from "#test/support/world.ts";

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.close());

test("what could only wait for long is refused at once, people are told to try again, and who looks after the machine is served", async () => {
  const lock = await world.database.connect();
  await lock.query("BEGIN");
  // Whoever looks at the kiosk's first screen waits for this.
  await lock.query("LOCK TABLE posts IN ACCESS EXCLUSIVE MODE");
  const crowd = Array.from({ length: 300 }, () => fetch(`${world.url}/kiosk`));
  const refused = await Promise.race(
    crowd.map(async (each) => ((await each).status === 503 ? each : new Promise<never>(() => {}))),
  );
  expect(refused.headers.get("retry-after")).toBe("5");
  expect(await refused.text()).toMatch(/try again in a few seconds.*Prueba otra vez/);
  expect((await fetch(`${world.url}/healthz`)).status).toBe(200);
  await lock.query("COMMIT");
  lock.release();
  const answers = await Promise.all(crowd);
  expect(answers.filter(({ status }) => status === 503)).toHaveLength(44);
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(256);
  expect((await fetch(`${world.url}/kiosk`)).status).toBe(200);
});
