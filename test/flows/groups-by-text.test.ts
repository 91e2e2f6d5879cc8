import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type Camp, type Phone, startCamp } from "#test/support/camp.ts";
import { at, insertGathering, insertGroup } from "#test/support/gatherings.ts";

let camp: Camp;
let phone: Phone;
let kitchen: number;
beforeEach(async () => {
  camp = await startCamp();
  phone = camp.phone();
  kitchen = await insertGroup(camp, {
    number: 1,
    name: "Kitchen",
    about: "We cook and serve for all.",
    interests: "cooking, cocina, food, comida, washing dishes",
    place: "Kitchen tent",
    contact: "the kitchen lead",
  });
  await insertGroup(camp, {
    number: 2,
    name: "Medics",
    interests: "first aid, nurse, salud, primeros auxilios",
    contact: "the medic on duty",
    place: "Red tent",
    open: false,
  });
  await insertGroup(camp, {
    number: 3,
    name: "Songs",
    interests: "music, guitar, música",
    activeAt: at("12:00", -4),
  });
  await insertGathering(camp, {
    title: "Prep",
    startsAt: at("17:00"),
    place: "Kitchen tent",
    groupId: kitchen,
  });
});
afterEach(() => camp.close());

async function consents() {
  const { rows } = await camp.database.query(
    "SELECT purpose, granted, method, wording FROM consents ORDER BY id",
  );
  return rows;
}

describe("GROUP", () => {
  test("names the groups with their next meetings, those long silent last; a digit tells more, 1 joins", async () => {
    expect(await phone.text("GROUP")).toBe(
      "Willow Camp: 1 Kitchen today 5pm; 2 Medics; 3 Songs (quiet). Reply its digit for details.",
    );
    expect(await phone.text("1")).toBe(
      "Willow Camp: Kitchen (group 1): We cook and serve for all. Next today 5pm, Kitchen tent. Ask for the kitchen lead. Reply 1 to join.",
    );
    expect(await phone.text("1")).toBe(
      "Willow Camp: you are in Kitchen. Next today 5pm, Kitchen tent. We remind you before it meets and pass on its news. LEAVE 1 ends it.",
    );
    expect(await phone.text("GROUP 1")).toContain("You are in, LEAVE 1 ends it.");
  });

  test("says the number that GROUP and LEAVE take where the digit before it is another", async () => {
    await insertGroup(camp, { number: 12, name: "Garden" });
    const text = await phone.text("GROUP");
    expect(text).toContain("1 Kitchen today 5pm; 2 Medics; 3 Garden (GROUP 12); 4 Songs (GROUP 3, quiet).");
    expect(await phone.text("3")).toContain("Garden (group 12)");
    await phone.text("1");
    expect(await phone.text("SALIR")).toContain("Responde 1 Garden (SALIR 12), 0 para una persona.");
    expect(await phone.text("GRUPO")).toContain("3 Garden (GRUPO 12); 4 Songs (GRUPO 3, sin actividad).");
  });

  test("a digit that the list does not have repeats it", async () => {
    const list = await phone.text("GROUP");
    expect(await phone.text("7")).toBe(list);
    expect(await phone.text("3")).toContain("Songs (group 3)");
    expect(await phone.text("5")).toContain("Songs (group 3)");
  });

  test("the menu's 3 leads there too", async () => {
    await phone.text("MENU");
    expect(await phone.text("3")).toContain("1 Kitchen today 5pm");
  });

  test("more groups than one text holds come with 9, each once, the silent one last", async () => {
    for (let number = 4; number <= 20; number++)
      await insertGroup(camp, { number, name: `Working group ${number}` });
    const seen: string[] = [];
    let text = (await phone.text("GROUP")) ?? "";
    for (let page = 0; page < 10; page++) {
      expect(text.length).toBeLessThanOrEqual(160);
      seen.push(
        ...[...text.matchAll(/\d (Kitchen|Medics|Songs|Working group \d+)/g)].map(([, name = ""]) => name),
      );
      if (!text.includes("9 for more")) break;
      text = (await phone.text("9")) ?? "";
    }
    expect(new Set(seen).size).toBe(20);
    expect(seen).toHaveLength(20);
    expect(seen.at(-1)).toBe("Songs");
  });
});

describe("GROUP and an interest", () => {
  test("finds the best one, by other words for it, mistyped, in both languages", async () => {
    for (const [text, found] of [
      ["GROUP cooking", "Kitchen (group 1)"],
      ["group coking", "Kitchen (group 1)"],
      ["GROUP kitchn", "Kitchen (group 1)"],
      ["GROUP i like to cook", "Kitchen (group 1)"],
      ["GROUP doctor", "Medics (group 2)"],
      ["GRUPO cocinar", "Kitchen (grupo 1)"],
      ["GRUPO enfermera", "Medics (grupo 2)"],
      ["grupo musica", "Songs (grupo 3)"],
    ] as const)
      expect(await phone.text(text), text).toContain(found);
  });

  test("several that fit alike are asked back, and a digit chooses", async () => {
    await insertGroup(camp, { number: 4, name: "Night kitchen", interests: "cooking, cocina" });
    const asked = await phone.text("GROUP cooking");
    expect(asked).toBe(
      "Willow Camp: which one? 1 Kitchen today 5pm; 2 Night kitchen (GROUP 4). Reply its digit for details, or text GROUP for all.",
    );
    expect(await phone.text("2")).toContain("Night kitchen (group 4)");
  });

  test("nothing that fits: says so and what to do", async () => {
    expect(await phone.text("GROUP basket weaving")).toBe(
      "Willow Camp: no group yet for: basket weaving. Text GROUP to see all, or 0 for a person at the info tent.",
    );
    expect(await phone.text("GROUP 47")).toContain("there is no group 47");
  });
});

describe("joining and leaving", () => {
  test("is kept in the consent ledger, and joining twice is joining once", async () => {
    await phone.text("GROUP 1");
    await phone.text("1");
    await phone.text("GROUP 1");
    expect(await phone.text("1")).toContain("you are in Kitchen");
    const joined = { purpose: "group", granted: true, method: "keyword", wording: "GROUP 1" };
    expect(await consents()).toEqual([joined]);
    expect(await phone.text("LEAVE 1")).toBe(
      "Willow Camp: you are out of Kitchen and get none of its texts. Text GROUP to see all groups.",
    );
    expect(await consents()).toEqual([joined, { ...joined, granted: false, wording: "LEAVE 1" }]);
    expect(await phone.text("LEAVE 1")).toContain("you are in no group");
  });

  test("a group that takes nobody by text says whom to ask", async () => {
    expect(await phone.text("GROUP 2")).toContain("Ask for the medic on duty to join.");
    expect(await phone.text("1")).toBe(
      "Willow Camp: to join Medics, ask for the medic on duty at Red tent. Or reply 0 for a person at the info tent.",
    );
    expect(await consents()).toEqual([]);
  });

  test("LEAVE alone, or another group's name, asks which; LEAVE and a word leaves", async () => {
    for (const number of [1, 3]) {
      await phone.text(`GROUP ${number}`);
      await phone.text("1");
    }
    const asked = "Willow Camp: leave which group? Reply 1 Kitchen, 2 Songs (LEAVE 3), or 0 for a person.";
    expect(await phone.text("LEAVE")).toBe(asked);
    expect(await phone.text("8")).toBe(asked);
    expect(await phone.text("LEAVE medics")).toBe(asked);
    expect(await phone.text("2")).toContain("you are out of Songs");
    expect(await phone.text("SALIR comida")).toContain("saliste de Kitchen");
    expect(await phone.text("LEAVE food")).toContain("you are in no group");
  });

  test("a group that was closed meanwhile can neither be seen nor joined", async () => {
    await phone.text("GROUP 1");
    await camp.database.query("UPDATE groups SET closed_at = now() WHERE id = $1", [kitchen]);
    expect(await phone.text("1")).toContain("that group is not there any more");
    expect(await phone.text("GROUP 1")).toContain("there is no group 1");
  });

  test("STOP ends it, and START does not bring it back", async () => {
    await phone.text("GROUP 1");
    await phone.text("1");
    await phone.text("STOP");
    await phone.text("START");
    expect(await phone.text("GROUP 1")).toContain("Reply 1 to join.");
    expect((await consents()).filter(({ purpose }) => purpose === "group")).toEqual([
      { purpose: "group", granted: true, method: "keyword", wording: "GROUP 1" },
      { purpose: "group", granted: false, method: "keyword", wording: "STOP" },
    ]);
  });

  test("WIPE takes the person out of all groups", async () => {
    await phone.text("GROUP 1");
    await phone.text("1");
    await phone.text("WIPE");
    await phone.text("1");
    const { rows } = await camp.database.query("SELECT count(*)::int AS n FROM members");
    expect(rows).toEqual([{ n: 0 }]);
  });
});

test("somebody who is in a group is not forgotten for being silent, somebody who left is", async () => {
  await phone.text("GROUP 3");
  await phone.text("1");
  await camp.advance(9 * 24 * 60);
  expect(await phone.text("GROUP 3")).toContain("You are in, LEAVE 3 ends it.");
  await phone.text("LEAVE 3");
  await camp.advance(9 * 24 * 60);
  const { rows } = await camp.database.query("SELECT count(*)::int AS n FROM people");
  expect(rows).toEqual([{ n: 0 }]);
});
