import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type Camp, type Phone, startCamp } from "#test/support/camp.ts";
import { at, insertGathering, insertGroup } from "#test/support/gatherings.ts";

let camp: Camp;
let phone: Phone;
beforeEach(async () => {
  camp = await startCamp();
  phone = camp.phone();
});
afterEach(() => camp.close());

async function items() {
  const { rows } = await camp.database.query(
    "SELECT words, state, gathering_id AS gathering FROM items ORDER BY id",
  );
  return rows;
}

describe("AGENDA and a day", () => {
  beforeEach(async () => {
    await insertGathering(camp, {
      title: "Breakfast",
      startsAt: at("08:00"),
      place: "Kitchen",
      format: "meal",
    });
    await insertGathering(camp, {
      title: "Knots",
      startsAt: at("11:30"),
      place: "Hill",
      notes: "Bring rope.",
    });
    await insertGathering(camp, {
      title: "Assembly",
      startsAt: at("19:00"),
      format: "assembly",
      minutes: 90,
    });
    await insertGathering(camp, { title: "Circle", startsAt: at("20:00"), cancelledAt: at("10:00") });
    await insertGathering(camp, { title: "Breakfast", startsAt: at("08:00", 1), place: "Kitchen" });
    await insertGathering(camp, { title: "First aid", startsAt: at("14:00", 4), place: "Red tent" });
  });

  test("alone it is today, without what is over or cancelled; a digit tells more", async () => {
    expect(await phone.text("AGENDA")).toBe(
      "Willow Camp: today: 1 Knots now, Hill; 2 Assembly 7pm, Big Tent. Reply its digit for details.",
    );
    expect(await phone.text("1")).toBe(
      "Willow Camp: Knots: today 11:30am to 12:30pm, Hill. Bring rope. Text AGENDA for more.",
    );
    await phone.text("AGENDA");
    expect(await phone.text("2")).toBe(
      "Willow Camp: Assembly: today 7pm to 8:30pm, Big Tent. Reply 1 for a reminder.",
    );
  });

  test("the menu's 4 is today too, and a digit that the list does not have repeats it", async () => {
    const list = await phone.text("AGENDA");
    await phone.text("MENU");
    expect(await phone.text("4")).toBe(list);
    expect(await phone.text("6")).toBe(list);
  });

  test("tomorrow and the days of the week, in both languages, mistyped", async () => {
    for (const word of [
      "TMRW",
      "tomorrow",
      "tomorow",
      "for tomorrow please",
      "mañana",
      "MANANA",
      "tue",
      "martes",
    ])
      expect(await phone.text(`AGENDA ${word}`), word).toBe(
        "Willow Camp: tomorrow: 1 Breakfast 8am, Kitchen. Reply its digit for details.",
      );
    for (const word of ["FRI", "on friday", "viernes", "el viernes", "vienres"])
      expect(await phone.text(`AGENDA ${word}`), word).toContain("Fri: 1 First aid 2pm, Red tent");
    expect(await items()).toEqual([]);
  });

  test("with nothing left it says what is next, behind 1", async () => {
    await camp.advance(9 * 60);
    expect(await phone.text("AGENDA")).toBe(
      "Willow Camp: nothing on today. Next: Breakfast tomorrow 8am, Kitchen. Reply 1 for details.",
    );
    expect(await phone.text("1")).toContain("Breakfast: tomorrow 8am to 9am, Kitchen.");
    expect(await phone.text("AGENDA wed")).toContain("nothing on Wed. Next: First aid Fri 2pm, Red tent.");
    expect(await phone.text("AGENDA sat")).toBe(
      "Willow Camp: nothing on Sat, nor planned. Text AGENDA and your idea to offer it for the next assembly.",
    );
  });

  test("after midnight what began before it is still on", async () => {
    await insertGathering(camp, { title: "Fire watch", startsAt: at("22:00"), minutes: 240, place: "Hill" });
    await camp.advance(12 * 60 + 30);
    expect(await phone.text("AGENDA")).toContain("today: 1 Fire watch now, Hill; 2 Breakfast 8am, Kitchen");
  });

  test("more than one text holds comes with 9", async () => {
    for (let i = 0; i < 12; i++)
      await insertGathering(camp, { title: `Workshop ${i + 1}`, startsAt: at(`1${i % 7}:45`, 2) });
    const seen = new Set<string>();
    let text = (await phone.text("AGENDA wed")) ?? "";
    for (let page = 0; page < 12 && text; page++) {
      expect(text.length).toBeLessThanOrEqual(160);
      for (const [title] of text.matchAll(/Workshop \d+/g)) seen.add(title);
      text = text.includes("9 for more") ? ((await phone.text("9")) ?? "") : "";
    }
    expect(seen.size).toBe(12);
  });

  test("what is for a group alone is shown to its members alone", async () => {
    const groupId = await insertGroup(camp, { number: 2, name: "Watch" });
    const id = await insertGathering(camp, {
      title: "Shift plan",
      startsAt: at("15:00"),
      groupId,
      open: false,
    });
    expect(await phone.text("AGENDA")).not.toContain("Shift plan");
    await phone.text("GROUP 2");
    await phone.text("1");
    expect(await phone.text("AGENDA")).toContain("2 Shift plan 3pm");
    expect(await phone.text("2")).toContain("Shift plan: today 3pm");
    await camp.database.query("UPDATE gatherings SET cancelled_at = now() WHERE id = $1", [id]);
    expect(await phone.text("1")).toContain("that is over or cancelled");
  });

  test("looking at it sets nothing off", async () => {
    await phone.text("AGENDA");
    await phone.text("2");
    const { rows } = await camp.database.query(
      "SELECT (SELECT count(*)::int FROM told) AS told, (SELECT count(*)::int FROM outbox WHERE name = 'remind-gathering') AS jobs",
    );
    expect(rows).toEqual([{ told: 0, jobs: 0 }]);
  });
});

describe("AGENDA and other words", () => {
  test("offers them for the next assembly, phone numbers hidden", async () => {
    await insertGathering(camp, { title: "Assembly", startsAt: at("19:00", 2), format: "assembly" });
    const next = await insertGathering(camp, {
      title: "Assembly",
      startsAt: at("19:00"),
      format: "assembly",
    });
    await insertGathering(camp, { title: "Lunch", startsAt: at("13:00"), format: "meal" });
    expect(await phone.text("AGENDA budget for tents, call 401-555-0177")).toBe(
      "Willow Camp: thank you! budget for tents, call (number hidden): the facilitation table decides on it for the assembly today 7pm and answers you here.",
    );
    expect(await items()).toEqual([
      { words: "budget for tents, call (number hidden)", state: "offered", gathering: next },
    ]);
  });

  test("are kept while no assembly is planned", async () => {
    expect(await phone.text("AGENDA a friday dance")).toContain(
      "decides on it for the assembly and answers you here",
    );
    expect(await items()).toEqual([{ words: "a friday dance", state: "offered", gathering: null }]);
  });

  test("three of one phone may wait, a fourth has to", async () => {
    for (const idea of ["more taps by the gate", "a quiet zone", "a stage for all"])
      await phone.text(`AGENDA ${idea}`);
    expect(await phone.text("AGENDA a big pool")).toContain("3 ideas of yours still wait");
    expect(await camp.phone().text("AGENDA a small sauna")).toContain("thank you! a small sauna");
    await camp.database.query("UPDATE items SET state = 'accepted' WHERE words = 'more taps by the gate'");
    expect(await phone.text("AGENDA a big pool")).toContain("thank you! a big pool");
    expect(await items()).toHaveLength(5);
  });

  test("in Spanish too", async () => {
    await phone.text("LANG");
    await phone.text("2");
    expect(await phone.text("AGENDA más sombra aquí")).toBe(
      "Willow Camp: ¡gracias! mas sombra aqui: la mesa de facilitacion decide si va a la proxima asamblea y te responde aqui.",
    );
    expect(await phone.text("AGENDA")).toContain("no hay nada hoy ni después.");
  });
});

describe("AGENDA and a few words that may be a question", () => {
  const asked =
    'Willow Camp: reply 1 to see what is on today, 2 to offer "dinner" for the next assembly. For another day text AGENDA and its name.';

  test("asks back and offers nothing; 1 is today", async () => {
    await insertGathering(camp, { title: "Assembly", startsAt: at("19:00"), format: "assembly" });
    expect(await phone.text("AGENDA dinner?")).toBe(asked);
    expect(await phone.text("5")).toBe(asked);
    expect(await phone.text("1")).toContain("today: 1 Assembly 7pm");
    expect(await items()).toEqual([]);
  });

  test("2 offers the words, once", async () => {
    await phone.text("AGENDA dinner?");
    expect(await phone.text("2")).toContain("thank you! dinner: the facilitation table decides");
    await phone.text("2");
    expect(await items()).toEqual([{ words: "dinner?", state: "offered", gathering: null }]);
  });

  test("shows the day of a part of it, of a date and of a weekend", async () => {
    await insertGathering(camp, { title: "First aid", startsAt: at("14:00", 5), place: "Red tent" });
    for (const words of ["saturday night", "nov 28", "28 de noviembre", "weekend", "fin de semana"])
      expect(await phone.text(`AGENDA ${words}`), words).toContain("Sat: 1 First aid 2pm");
    expect(await items()).toEqual([]);
  });
});

test("who waits for an answer to an idea, or was told of a gathering ahead, is not forgotten for being silent", async () => {
  const people = async () => (await camp.database.query("SELECT id FROM people")).rowCount;
  await insertGathering(camp, { title: "Farewell", startsAt: at("19:00", 12) });
  await phone.text("AGENDA a big stage");
  const told = camp.phone();
  await told.text("AGENDA");
  await told.text("1");
  expect(await told.text("1")).toContain("before Farewell");
  await camp.phone().text("AGENDA");
  await camp.advance(9 * 24 * 60);
  expect(await people()).toBe(2);
  await camp.database.query("UPDATE items SET state = 'declined'");
  await camp.advance(11 * 24 * 60);
  expect(await people()).toBe(0);
});
