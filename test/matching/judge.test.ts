import { describe, expect, test } from "vitest";
import { isAsked, judged } from "./knowledge.ts";

describe("the giver is asked", () => {
  test.each([
    ["2 tarps till fri", "tarps, have 3"],
    ["blnkts", "grandmas quilts, 2"],
    ["cobijas", "wool blankets"],
    ["fone charger", "phone charger"],
    ["wheelchair", "transport chair (pushed type wheelchair)"],
    ["ride to tucson thurs", "going to tucson thurs, 2 seats"],
    ["raite a fresno el domingo", "voy a fresno el domingo, caben 2"],
    ["haircut for my son", "barber, free cuts"],
    ["corte de pelo", "barber, free cuts"],
    ["pipe burst under sink", "plomero con experiencia"],
    ["flat on my bike", "bike repair mornings"],
    ["rain boots for kids", "kids rain boots asst"],
    ["pads", "kotex y tampones"],
    ["necesito quien cosa", "sewing n hemming"],
    ["babysitter fri nite", "childcare, evenings"],
    ["wool sox", "wool socks, 3 pairs"],
    ["hi all, thanks for everything, could somebody maybe please give us a tarp", "tarps, have 3"],
  ])("for %s, over %s", (need, gift) => {
    expect(isAsked(need, gift)).toBe(true);
  });
});

describe("nobody is asked", () => {
  test.each([
    ["tent", "tent pegs"],
    ["tent pegs", "tent"],
    ["bike", "bike repair"],
    ["bike repair", "bike, 10 speed"],
    ["massage", "can carry a message"],
    ["guitar", "guitar lessons"],
    ["guitar lessons", "guitar"],
    ["ride to the clinic", "free clinic tuesdays"],
    ["ride to denver", "going to tucson thurs, 2 seats"],
    ["ride to tucson mon", "going to tucson thurs, 2 seats"],
    ["batteries for flashlight", "3 flashlights no batteries"],
    ["sandwiches no peanuts", "peanut butter sandwiches"],
    ["propane stove", "diesel stove"],
    ["jacket mens xl", "jacket mens small"],
    ["raincoat size m", "raincoat xl"],
    ["life jacket small", "life jacket xl"],
    ["bike for my 7 yr old", "adult bike"],
    ["tent for family of 5", "1 person tent"],
    ["arabic interpreter", "asl interpreter"],
    ["micro usb cable", "usb c cable"],
    ["diapers size 3", "diapers size 1"],
    ["cat food", "canned food"],
    ["water skis", "4 gallons of water"],
    ["tarps", "tarps, all gone"],
  ])("for %s, over %s", (need, gift) => {
    expect(isAsked(need, gift)).toBe(false);
  });
});

describe("why", () => {
  test("the reasons name what was asked for, what is given, and what speaks against it", () => {
    const { reasons } = judged("rain boots", "kids rain boots");
    expect(reasons[0]).toMatchObject({ kind: "link", need: "rain-boot", beside: false });
    expect(reasons).toContainEqual({ kind: "lowered", by: "age" });
  });

  test("what rules the two out leaves nothing", () => {
    expect(judged("jacket mens xl", "jacket mens small")).toEqual({ score: 0, reasons: [] });
  });
});
