import { describe, expect, test } from "vitest";
import { type GatheringForm, readGathering } from "#server/domain/gathering-form.ts";
import { readGroup } from "#server/domain/group-form.ts";

const timeZone = "America/New_York";
const now = new Date("2026-11-23T17:00:00Z");
const FORM: GatheringForm = {
  format: "assembly",
  title: " Big assembly ",
  place: "Oak tree",
  notes: "",
  day: "2026-11-25",
  start: "19:00",
  end: "21:00",
  groupId: null,
  open: true,
  repeat: "none",
  days: [],
  until: "",
};
const read = (change: Partial<GatheringForm>, stood: Date | null = null) => {
  const reading = readGathering({ ...FORM, ...change }, { now, timeZone, stood });
  return reading.ok ? reading.draft : reading.faults.map(({ field, fault }) => `${field} ${fault}`);
};

describe("a gathering as it was typed", () => {
  test("is read by the camp's clock", () => {
    expect(read({})).toMatchObject({
      title: "Big assembly",
      startsAt: new Date("2026-11-26T00:00:00Z"),
      minutes: 120,
      repeat: null,
    });
  });

  test.each<[string, Partial<GatheringForm>, number]>([
    ["after midnight", { start: "22:00", end: "00:30" }, 150],
    ["at midnight", { start: "22:00", end: "00:00" }, 120],
    ["in the morning after a night watch", { start: "19:00", end: "07:00" }, 720],
    [
      "after the night in which the clocks go forward",
      { day: "2027-03-13", start: "22:00", end: "06:00" },
      420,
    ],
  ])("that ends before it starts ends the next day: %s", (_, change, minutes) => {
    expect(read(change)).toMatchObject({ minutes });
  });

  test.each<[string, Partial<GatheringForm>, string[]]>([
    ["ends before it starts", { end: "18:00" }, ["end ends-before"]],
    ["ends as it starts", { end: "19:00" }, ["end ends-before"]],
    ["starts in the past", { day: "2026-11-22" }, ["start past"]],
    ["is on no day of the calendar", { day: "2026-02-30" }, ["day bad-day"]],
    ["has no time", { start: "noon" }, ["start bad-time"]],
    ["has no title", { title: "  " }, ["title missing"]],
    ["has no place", { place: "" }, ["place missing"]],
    ["has a title too long for a text", { title: "a".repeat(41) }, ["title too-long"]],
    ["has a phone number in its notes", { notes: "ask 401-555-0142" }, ["notes phone"]],
    ["is for its group alone and has none", { open: false }, ["group missing"]],
    ["comes weekly on no day", { repeat: "weekly" }, ["days no-days"]],
    ["ends its series before it starts", { repeat: "daily", until: "2026-11-24" }, ["until until-before"]],
    ["has no date left", { repeat: "weekly", days: ["MO"], until: "2026-11-27" }, ["until until-before"]],
    ["ends its series on no day", { repeat: "daily", until: "soon" }, ["until bad-day"]],
    ["is of a kind that is none", { format: "party" }, ["format bad-choice"]],
  ])("is refused when it %s", (_, change, faults) => {
    expect(read(change)).toEqual(faults);
  });

  test("keeps its time when it has begun, so that its notes can be changed", () => {
    const begun = { day: "2026-11-23", start: "11:00", end: "13:00" };
    expect(read(begun)).toEqual(["start past"]);
    expect(read(begun, new Date("2026-11-23T16:00:00Z"))).toMatchObject({ minutes: 120 });
  });
});

describe("a group as it was typed", () => {
  const form = { name: "Kitchen", about: "", interests: "", place: "", contact: "", open: true };

  test("needs no regular time, and then no place", () => {
    const reading = readGroup({ ...form, days: [], time: "", minutes: "60" });
    expect(reading).toMatchObject({ ok: true, draft: { meets: null } });
  });

  test("needs a place, a time and a length to meet", () => {
    expect(readGroup({ ...form, days: ["MO"], time: "", minutes: "soon" })).toMatchObject({
      faults: [
        { field: "place", fault: "missing" },
        { field: "time", fault: "bad-time" },
        { field: "minutes", fault: "bad-length" },
      ],
    });
    expect(readGroup({ ...form, days: [], time: "19:00", minutes: "60" })).toMatchObject({
      faults: [{ field: "days", fault: "no-days" }],
    });
  });
});
