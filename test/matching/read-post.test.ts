import { describe, expect, test } from "vitest";
import { onCalendar, sameDay } from "#server/matching/text/when.ts";
import { readGift, readNeed, thingOf } from "./knowledge.ts";

describe("what a need is about", () => {
  test.each([
    ["2 tarps till fri", "tarp"],
    ["blnkts 4 my kids", "blanket"],
    ["fone charger", "phone-charger"],
    ["cobijas para mi mama", "blanket"],
    ["lona gruesa de 4x4", "tarp"],
    ["need someone to watch my kids 2nite", "childcare"],
    ["ride to clinic tue 9am", "ride"],
    ["raite al doctor el martes", "ride"],
    ["a couple of tents", "tent"],
    ["tres carpas", "tent"],
    ["tarps x3", "tarp"],
    ["tent pegs", "tent-peg"],
    ["bike repair", "bike-repair"],
    ["costal de arroz", "rice"],
    ["a pot of stew", "soup"],
  ])("%s", (text, concept) => {
    expect(thingOf(readNeed(text))).toContain(concept);
  });
});

describe("what is said around the thing", () => {
  test("what it is for, where it is and what comes along are not the thing", () => {
    const [item] = readGift("9v batteries for smoke alarms").items;
    expect(item?.heads[0]?.names).toContain("9v-battery");
    expect(item?.around.map((each) => each.role)).toEqual(["purpose"]);
  });

  test("what is denied is not given and not wanted", () => {
    expect(readGift("3 flashlights no batteries").negated).toContain("battery");
    expect(readNeed("sandwiches no peanuts").negated.length).toBeGreaterThan(0);
    expect(readNeed("no tent").negated).toEqual([]);
  });

  test("what stood before the wish is only its story", () => {
    const items = readNeed("hole in roof n rain coming need big tarp").items;
    expect(items.filter((item) => !item.story).flatMap((item) => item.heads[0]?.names)).toContain("tarp");
  });

  test("my bike is not wanted, but is to be mended", () => {
    const [item] = readNeed("flat on my bike").items;
    expect(item?.heads[0]?.names).not.toContain("bicycle");
  });

  test("a list is its things", () => {
    const heads = readGift("soap, baby wipes + hand sanitizer").items.map((item) => item.heads[0]?.names[0]);
    expect(heads).toHaveLength(3);
  });

  test("a ride has a destination, and no other thing", () => {
    const [item] = readNeed("ride to tucson thurs").items;
    expect(item?.to.flatMap((each) => each.names).join()).toContain("tucson");
  });
});

describe("days, hours, ages, sizes, people", () => {
  test.each([
    ["tue 9am", [2], [9, 9]],
    ["sat mornings", [6], [5, 12]],
    ["el jueves en la tarde", [4], [12, 20]],
    ["manana", ["tomorrow"], null],
    ["por la manana", [], [5, 12]],
    ["mon to wed", [1, 2, 3], null],
    ["lunes a viernes", [1, 2, 3, 4, 5], null],
    ["weekend", [6, 0], null],
    ["till fri", [], null],
    ["9 to 5pm", [], [9, 17]],
  ])("%s", (text, days, hours) => {
    const { when } = readNeed(`massage ${text}`);
    expect([when.days.toSorted(), when.hours]).toEqual([days.toSorted(), hours]);
  });

  test("tomorrow is the day after the text came", () => {
    const monday = onCalendar(readNeed("massage tomorrow").when, 1);
    expect(sameDay(monday, readGift("massage tuesdays").when)).toBe(true);
    expect(sameDay(monday, readGift("massage wednesdays").when)).toBe(false);
  });

  test.each([
    ["shoes 4 my 7 yr old", [7, 7]],
    ["ropa para nino de 10 anos", [10, 10]],
    ["snowsuit 2T", [1, 2]],
    ["books grades 3-5", [7, 11]],
    ["cook, 20 yrs in kitchens", null],
  ])("ages in %s", (text, ages) => {
    expect(readNeed(text).items[0]?.ages ?? null).toEqual(ages);
  });

  test("sizes and sorts", () => {
    const properties = (text: string) => Object.fromEntries(readNeed(text).items[0]?.properties ?? []);
    expect(properties("mens jacket xl")).toMatchObject({ size: ["xl"], for: ["men"] });
    expect(properties("uniforme talla 8 a 10")).toMatchObject({ number: ["10", "8", "9"] });
    expect(properties("propane stove")).toMatchObject({ fuel: ["propane"] });
    expect(readNeed("tent for family of 5").capacity).toBe(5);
  });
});
