import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { planReminder } from "#server/actions/plan-reminder.ts";
import { type GatheringChange, tellOfChange } from "#server/actions/tell-of-change.ts";
import { type Camp, type Phone, QUEUES, startCamp } from "#test/support/camp.ts";
import { at, insertGathering, insertGroup } from "#test/support/gatherings.ts";

let camp: Camp;

describe.each(QUEUES)("before a gathering starts, jobs on %s", (queue) => {
  beforeEach(async () => {
    camp = await startCamp({ queue });
  });
  afterEach(() => camp.close());

  test("whoever asked is reminded half an hour before, once; whoever only looked is not", async () => {
    await planned({ title: "Assembly", startsAt: at("19:00") });
    const [asks, looks] = [camp.phone(), camp.phone()];
    await looks.text("AGENDA");
    await looks.text("1");
    expect(await askReminder(asks)).toBe(
      "Willow Camp: we text you today 6:30pm, before Assembly today 7pm, Big Tent, and if it moves. Text AGENDA for more.",
    );
    expect(await look(asks)).toContain("You get a reminder.");
    await camp.advance(6 * 60 + 29);
    expect(await asks.unread()).toEqual([]);
    await camp.advance(1);
    expect(await asks.unread()).toEqual([
      "Willow Camp: Assembly starts today 7pm, Big Tent. Text AGENDA for more.",
    ]);
    await camp.advance(60);
    expect(await asks.unread()).toEqual([]);
    expect(await looks.unread()).toEqual([]);
  });

  test("all in its group are reminded, each in their language, but those who left or said STOP", async () => {
    const groupId = await insertGroup(camp, { number: 2, name: "Kitchen" });
    const id = await planned({ title: "Prep", startsAt: at("17:00"), groupId, place: "Kitchen" });
    const [one, two, left, out] = [await member(), await member(), await member(), await member()];
    await two.text("LANG");
    await two.text("2");
    await left.text("LEAVE 2");
    await out.text("STOP");
    await out.unread();
    await camp.advance(4 * 60 + 30);
    expect(await one.unread()).toEqual([
      "Willow Camp: Prep starts today 5pm, Kitchen. LEAVE 2 ends these texts.",
    ]);
    expect(await two.unread()).toEqual([
      "Willow Camp: Prep empieza hoy 5pm, Kitchen. Con SALIR 2 no te llegan mas.",
    ]);
    expect(await left.unread()).toEqual([]);
    expect(await out.unread()).toEqual([]);
    expect(await toldCount(id)).toBe(2);
  });

  test("one that moves is reminded of at its new time, one that is cancelled not at all", async () => {
    const moves = await planned({ title: "Assembly", startsAt: at("19:00") });
    const phone = camp.phone();
    await askReminder(phone);
    await camp.advance(60);
    await change(moves, at("20:00"));
    await camp.advance(6 * 60 + 29);
    expect(await phone.unread()).toEqual([
      "Willow Camp: Assembly has changed: today 8pm, Big Tent (it was today 7pm). Text AGENDA for more.",
    ]);
    await camp.advance(1);
    expect(await phone.unread()).toEqual([expect.stringContaining("Assembly starts today 8pm")]);

    const falls = await planned({ title: "Circle", startsAt: at("20:45") });
    expect(await askReminder(phone, 2)).toContain("before Circle");
    await cancel(falls);
    await camp.advance(60);
    expect(await phone.unread()).toEqual([
      "Willow Camp: cancelled: Circle, today 8:45pm. Text AGENDA to see what is on.",
    ]);
  });
});

describe("a reminder keeps its word", () => {
  beforeEach(async () => {
    camp = await startCamp();
  });
  afterEach(() => camp.close());

  test("who asks too late hears when it starts instead, and of its changes", async () => {
    const id = await planned({ title: "Soup", startsAt: at("12:20") });
    const phone = camp.phone();
    expect(await look(phone)).toContain("Soup: today 12:20pm to 1:20pm, Big Tent. Text AGENDA for more.");
    expect(await phone.text("1")).toBe(
      "Willow Camp: too soon for a reminder: Soup today 12:20pm, Big Tent. If it moves we text you. Text AGENDA for more.",
    );
    await camp.advance(5);
    expect(await phone.unread()).toEqual([]);
    await change(id, at("12:30"));
    expect(await phone.unread()).toEqual([expect.stringContaining("Soup has changed: today 12:30pm")]);
  });

  test("what begins in the night or early morning is said the evening before", async () => {
    await planned({ title: "Sunrise", startsAt: at("06:30", 1) });
    const phone = camp.phone();
    await phone.text("AGENDA TMRW");
    await phone.text("1");
    expect(await phone.text("1")).toContain("we text you today 8:30pm, before Sunrise tomorrow 6:30am");
    await camp.advance(8 * 60 + 30);
    expect(await phone.unread()).toEqual([expect.stringContaining("Sunrise starts tomorrow 6:30am")]);
  });

  test("nobody is texted in quiet hours, also when it was planned too late for the evening", async () => {
    const groupId = await insertGroup(camp, { number: 2, name: "Watch" });
    const phone = await member();
    await camp.advance(10 * 60);
    await planned({ title: "Patrol", startsAt: at("02:00", 1), groupId });
    await planned({ title: "Handover", startsAt: at("08:20", 1), groupId });
    await camp.advance(9 * 60 + 59);
    expect(await phone.unread()).toEqual([]);
    await camp.advance(1);
    expect(await phone.unread()).toEqual([expect.stringContaining("Handover starts today 8:20am")]);
  });

  test("a change is told to exactly those who were told before, each once", async () => {
    const groupId = await insertGroup(camp, { number: 2, name: "Kitchen" });
    const id = await planned({ title: "Prep", startsAt: at("17:00"), groupId });
    const [reminded, asked, stranger] = [await member(), camp.phone(), camp.phone()];
    await askReminder(asked);
    await stranger.text("AGENDA");
    await camp.advance(4 * 60 + 30);
    const late = await member();
    const looks = camp.phone();
    await looks.text("GROUP 2");
    await reminded.unread();
    await asked.unread();
    expect(await cancel(id)).toBe(3);
    for (const phone of [reminded, asked, late])
      expect(await phone.unread()).toEqual([expect.stringContaining("cancelled: Prep, today 5pm.")]);
    expect(await stranger.unread()).toEqual([]);
    expect(await looks.unread()).toEqual([]);
    await camp.database.query("UPDATE gatherings SET cancelled_at = NULL WHERE id = $1", [id]);
    expect(await tell(id, { kind: "restored" })).toBe(3);
    expect(await asked.unread()).toEqual([
      expect.stringContaining("it is on after all: Prep today 5pm, Big Tent."),
    ]);
    await camp.advance(30);
    expect(await tell(id, { kind: "cancelled" })).toBe(0);
  });

  test("who shares a phone is reminded on it by name, who has none at the tent", async () => {
    const groupId = await insertGroup(camp, { number: 2, name: "Kitchen" });
    await planned({ title: "Prep", startsAt: at("17:00"), groupId });
    const lender = camp.phone();
    await lender.text("MENU");
    await camp.database.query(
      `INSERT INTO people (handle, via_id, created_at, seen_at)
       SELECT 'Rosa', id, seen_at, seen_at FROM people UNION ALL SELECT 'Tomas', NULL, seen_at, seen_at FROM people`,
    );
    await camp.database.query(
      "INSERT INTO members (group_id, person_id, joined_at) SELECT $1, id, seen_at FROM people WHERE phone IS NULL",
      [groupId],
    );
    await camp.advance(4 * 60 + 30);
    expect(await lender.unread()).toEqual([expect.stringMatching(/Rosa.*Prep starts today 5pm/)]);
    const { rows } = await camp.database.query(
      "SELECT reason, count(*)::int AS n FROM outbound_texts GROUP BY 1",
    );
    expect(rows).toContainEqual({ reason: "no-phone", n: 1 });
  });

  test("after a small move those who were reminded are not reminded again at once", async () => {
    const id = await planned({ title: "Soup", startsAt: at("13:00") });
    const phone = camp.phone();
    await askReminder(phone);
    await camp.advance(40);
    expect(await phone.unread()).toHaveLength(1);
    await change(id, at("13:05"));
    await camp.advance(10);
    expect(await phone.unread()).toEqual([expect.stringContaining("Soup has changed: today 1:05pm")]);
  });
});

async function planned(gathering: Parameters<typeof insertGathering>[1]): Promise<number> {
  const id = await insertGathering(camp, gathering);
  await camp.booted.ctx.inTransaction((ctx) => planReminder(ctx, id));
  await camp.settled();
  return id;
}

async function member(): Promise<Phone> {
  const phone = camp.phone();
  await phone.text("GROUP 2");
  await phone.text("1");
  return phone;
}

async function look(phone: Phone, digit = 1): Promise<string | null> {
  await phone.text("AGENDA");
  return phone.text(String(digit));
}

async function askReminder(phone: Phone, digit = 1): Promise<string | null> {
  await look(phone, digit);
  return phone.text("1");
}

function tell(id: number, what: GatheringChange): Promise<number> {
  return camp.booted.ctx.inTransaction((ctx) => tellOfChange(ctx, id, what));
}

/** As the console does: the change, the reminder and the news of it in one transaction. */
async function change(id: number, startsAt: Date): Promise<void> {
  const { rows } = await camp.database.query("SELECT starts_at FROM gatherings WHERE id = $1", [id]);
  const ends = new Date(startsAt.getTime() + 60 * 60_000);
  await camp.database.query("UPDATE gatherings SET starts_at = $2, ends_at = $3 WHERE id = $1", [
    id,
    startsAt,
    ends,
  ]);
  await tell(id, { kind: "moved", was: rows[0]?.starts_at });
  await camp.booted.ctx.inTransaction((ctx) => planReminder(ctx, id));
}

async function cancel(id: number): Promise<number> {
  await camp.database.query("UPDATE gatherings SET cancelled_at = $2 WHERE id = $1", [
    id,
    camp.booted.ctx.now(),
  ]);
  return tell(id, { kind: "cancelled" });
}

async function toldCount(id: number): Promise<number> {
  const { rows } = await camp.database.query("SELECT count(*)::int AS n FROM told WHERE gathering_id = $1", [
    id,
  ]);
  return rows[0]?.n;
}
