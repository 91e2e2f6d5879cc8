import { afterAll, beforeAll, expect, test } from "vitest";
import { at, insertGathering, insertGroup } from "#test/support/gatherings.ts";
import { startWorld, type World } from "#test/support/world.ts";

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.close());

async function calendar() {
  const answer = await fetch(`${world.url}/calendar.ics`);
  const text = (await answer.text()).replaceAll("\r\n ", "");
  const events = [...text.matchAll(/BEGIN:VEVENT\r\n(.*?)END:VEVENT/gs)].map(([, lines = ""]) =>
    Object.fromEntries(
      lines
        .trim()
        .split("\r\n")
        .map((line) => line.split(/:(.*)/s).slice(0, 2)),
    ),
  );
  return { answer, text, events };
}

test("any calendar can show what is open to everybody, from a day ago to a month ahead", async () => {
  const groupId = await insertGroup(world, { number: 2, name: "Watch" });
  await insertGathering(world, { title: "Over", startsAt: at("10:00", -2) });
  await insertGathering(world, { title: "Yesterday", startsAt: at("19:00", -1) });
  const id = await insertGathering(world, {
    title: "Assembly, all; welcome",
    startsAt: at("19:00"),
    minutes: 90,
    notes: "Bring a chair.\nAnd a cup.",
  });
  await insertGathering(world, { title: "Shift plan", startsAt: at("15:00"), groupId, open: false });
  await insertGathering(world, { title: "Circle", startsAt: at("20:00", 1), cancelledAt: at("11:00") });
  await insertGathering(world, { title: "Far", startsAt: at("20:00", 31) });
  const { answer, text, events } = await calendar();
  expect(answer.status).toBe(200);
  expect(answer.headers.get("content-type")).toBe("text/calendar; charset=utf-8");
  expect(answer.headers.get("cache-control")).toBe("public, max-age=60");
  expect(text).toContain("X-WR-TIMEZONE:America/New_York");
  expect(text).toContain("X-WR-CALNAME:Willow Camp");
  expect(events.map((event) => [event.SUMMARY, event.STATUS])).toEqual([
    ["Yesterday", "CONFIRMED"],
    ["Assembly\\, all\\; welcome", "CONFIRMED"],
    ["Circle", "CANCELLED"],
  ]);
  expect(events[1]).toMatchObject({
    UID: expect.stringMatching(new RegExp(`^gathering-${id}-\\w+@giftline$`)),
    DTSTART: "20261124T000000Z",
    DTEND: "20261124T013000Z",
    LOCATION: "Big Tent",
    DESCRIPTION: "Bring a chair.\\nAnd a cup.",
  });
});

test("one that moves stays the same event, and counts as newer", async () => {
  const before = (await calendar()).events[1];
  await world.database.query(
    "UPDATE gatherings SET starts_at = $1, ends_at = $2, edition = edition + 1 WHERE title LIKE 'Assembly%'",
    [at("20:00"), at("21:00")],
  );
  const after = (await calendar()).events[1];
  expect(after?.UID).toBe(before?.UID);
  expect([before?.SEQUENCE, after?.SEQUENCE]).toEqual(["0", "1"]);
  expect(after?.DTSTART).toBe("20261124T010000Z");
});
