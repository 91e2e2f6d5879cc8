import { afterEach, beforeEach, describe, expect, test } from "vitest";
import {
  letGo,
  type Organizers,
  onNews,
  plain,
  release,
  startUnsent,
  twoOrganizers,
} from "#test/support/broadcasts.ts";
import { type Camp, startCamp } from "#test/support/camp.ts";

let camp: Camp;
let both: Organizers;

beforeEach(async () => {
  camp = await startCamp();
  both = await twoOrganizers(camp);
});
afterEach(() => camp.close());

describe("not after its end", () => {
  test.each(["paused", "slow"])(
    "what has not left, because it is %s, is dropped at that moment, and its writer hears how many",
    async (why) => {
      const writer = camp.phone("+14015550108");
      const subscribers = await onNews(camp, 2);
      const { path, id } = await release(both, { end: "2026-11-23T12:10" });
      await writer.unread();
      await startUnsent(camp, id);
      if (why === "paused") await both.ada.post(`${path}/pause`, {});
      camp.tick(9);
      await expect
        .poll(async () => plain((await both.ada.get(path)).text), { timeout: 15_000 })
        .toContain("2: its time was over");
      await letGo(camp);
      expect(await writer.unread()).toEqual([
        "Willow Camp: 12:10pm was the end of your broadcast: 2 of its 2 texts did not go. See the console for more.",
      ]);
      for (const phone of subscribers) expect(await phone.unread()).toEqual([]);
      const page = (await both.ada.get(path)).text;
      expect(page).toContain("Done");
      expect(page).not.toContain("Go on");
    },
  );

  test("nobody is told of an end before which all had left", async () => {
    const writer = camp.phone("+14015550108");
    await onNews(camp, 2);
    await release(both, { end: "2026-11-23T12:10" });
    await camp.advance(1);
    await writer.unread();
    await camp.advance(20);
    expect(await writer.unread()).toEqual([]);
  });

  test.each([
    [0, "2026-11-24T02:00:00Z"],
    [10 * 60, "2026-11-25T02:00:00Z"],
  ])(
    "CAST by text, %i minutes after noon, ends as the quiet hours of its day begin",
    async (minutes, end) => {
      await onNews(camp, 1);
      await camp.advance(minutes);
      await camp.phone("+14015550108").text("CAST soup at 6");
      const { rows } = await camp.database.query("SELECT not_after FROM broadcasts");
      expect(rows).toEqual([{ not_after: new Date(end) }]);
    },
  );
});

describe("its page", () => {
  test("says until when quiet hours hold what has not left", async () => {
    await onNews(camp, 2);
    await camp.advance(9 * 60 - 2);
    const { path, id } = await release(both);
    await startUnsent(camp, id);
    expect((await both.ada.get(path)).text).not.toContain("held until");
    camp.tick(5);
    expect(plain((await both.ada.get(path)).text)).toContain("held until Tue 24 Nov, 08:00");
    await letGo(camp);
    expect(plain((await both.ada.get(path)).text)).toContain("held until Tue 24 Nov, 08:00");
  });

  test("shows the second at which it goes, and how many are left to undo it", async () => {
    await onNews(camp, 1);
    const { path } = await release(both);
    const page = (await both.ada.get(path)).text;
    expect(plain(page)).toContain("Goes at Mon 23 Nov, 12:00:20");
    expect(plain(page)).toContain("20 seconds are left to undo it");
  });

  test("that is open learns that the last text has left, and asks no more; what is done can be neither stopped nor paused", async () => {
    await onNews(camp, 2);
    const { path } = await release(both);
    await camp.advance(1);
    expect((await both.ada.get(`${path}/events?state=sending`)).text).toMatch(
      /event: state\ndata: done\n\n$/,
    );
    for (const move of ["stop", "pause"])
      expect((await both.ada.post(`${path}/${move}`, {})).status).toBe(409);
    const page = plain((await both.ada.get(path)).text);
    expect(page).toContain("Done");
    expect(page).not.toContain("Stop");
  });

  test("says in words why each did not arrive, and a stream that has nothing more to tell ends", async () => {
    const faults = [
      [21610, "wants no texts any more"],
      [21614, "the number takes no texts"],
      [30007, "the networks took it for spam"],
      [30003, "the phone is off or out of reach"],
      [30001, "its time was over"],
      [21408, "our number may not text that number or its country"],
      [99999, "the carrier says no"],
    ] as const;
    const subscribers = await onNews(camp, faults.length);
    const codes = new Map(subscribers.map(({ number }, at) => [number, faults[at]?.[0] ?? 0]));
    const { path } = await release(both);
    camp.standIn.behave(({ to }) => {
      const code = codes.get(to);
      return code === undefined ? "accept" : { status: 400, code };
    });
    await camp.advance(1);
    const page = plain((await both.ada.get(path)).text);
    for (const [code, words] of faults) expect(page).toContain(`1: ${words} (${code})`);
    expect((await both.ada.get(`${path}/events?state=done`)).text).toMatch(/event: end\ndata: done\n\n$/);
  });
});
