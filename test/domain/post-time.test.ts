import { describe, expect, test } from "vitest";
import { numberFreeAt, postTimes } from "#server/domain/post-time.ts";

const NOW = new Date("2026-11-23T17:00:00Z");

describe("a post's time", () => {
  test.each([
    ["a week", null, 7, "2026-11-30T17:00:00Z", "2026-11-29T17:00:00Z"],
    ["two days", null, 2, "2026-11-25T17:00:00Z", "2026-11-24T17:00:00Z"],
    ["one day is too short for a reminder", null, 1, "2026-11-24T17:00:00Z", null],
    ["its own end, sooner", "2026-11-24T04:59:00Z", 7, "2026-11-24T04:59:00Z", null],
    ["its own end, later", "2027-01-01T00:00:00Z", 7, "2027-01-01T00:00:00Z", null],
  ])("%s", (_, until, days, expiresAt, remindAt) => {
    expect(postTimes(NOW, until === null ? null : new Date(until), days)).toEqual({
      expiresAt: new Date(expiresAt),
      remindAt: remindAt === null ? null : new Date(remindAt),
    });
  });

  test("its number is free a week after it ended", () => {
    expect(numberFreeAt(NOW)).toEqual(new Date("2026-11-30T17:00:00Z"));
  });
});
