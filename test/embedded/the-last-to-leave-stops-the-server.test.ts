import { expect, test } from "vitest";
import { ask, end, expectEnded, joinElsewhere, joinHere, newDataDir, serverPid } from "./scene.ts";

test("whoever joins second uses the same server, and it runs until both have left", async () => {
  const dataDir = newDataDir();
  const first = await joinElsewhere(dataDir);
  const pid = serverPid(dataDir);
  const second = await joinHere(dataDir);
  expect(serverPid(dataDir)).toBe(pid);

  await end(first);
  expect(await ask(second, "SELECT 1")).toBe("1");
  await second.leave();
  await expectEnded(pid);
});

test("several that start at once end up with one server", async () => {
  const dataDir = newDataDir();
  const [here, again, elsewhere] = await Promise.all([
    joinHere(dataDir),
    joinHere(dataDir),
    joinElsewhere(dataDir),
  ]);
  expect(
    await ask(here, "SELECT count(*) FROM pg_stat_activity WHERE application_name = 'giftline-join'"),
  ).toBe("3");
  await Promise.all([again.leave(), end(elsewhere)]);
  expect(await ask(here, "SELECT 1")).toBe("1");
});

test("whoever joins while the last one leaves gets a running server", async () => {
  const dataDir = newDataDir();
  const first = await joinHere(dataDir);
  const [second] = await Promise.all([joinHere(dataDir), first.leave()]);
  expect(await ask(second, "SELECT 1")).toBe("1");
  const [third] = await Promise.all([second.leave().then(() => joinHere(dataDir)), second.leave()]);
  expect(await ask(third, "SELECT 1")).toBe("1");
});
