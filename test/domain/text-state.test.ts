import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { afterLookUp, busyWaitMs, statesBefore, type TextState } from "#server/domain/text-state.ts";

const STATES: readonly TextState[] = [
  "queued",
  "held",
  "sending",
  "unknown",
  "accepted",
  "sent",
  "delivered",
  "failed",
  "dropped",
];

describe("a text moves forward only", () => {
  test.each([
    ["accepted", ["queued", "held", "sending", "unknown"]],
    ["sent", ["queued", "held", "sending", "unknown", "accepted"]],
    ["delivered", ["queued", "held", "sending", "unknown", "accepted", "sent"]],
    ["failed", ["queued", "held", "sending", "unknown", "accepted", "sent"]],
  ] as const)("%s", (state, before) => {
    expect(statesBefore(state)).toEqual(before);
  });

  test("in whatever order reports come, two of them never undo each other", () => {
    fc.assert(
      fc.property(fc.constantFrom(...STATES), fc.constantFrom(...STATES), (one, other) => {
        expect(statesBefore(one).includes(other) && statesBefore(other).includes(one)).toBe(false);
        expect(statesBefore(one)).not.toContain(one);
      }),
    );
  });
});

describe("a text in doubt", () => {
  test.each([
    [1, "look-again"],
    [2, "look-again"],
    [3, "send-again"],
    [4, "look-again"],
    [12, "send-again"],
    [15, "give-up"],
  ])("after %s look-ups: %s", (lookUps, kind) => {
    expect(afterLookUp(lookUps).kind).toBe(kind);
  });

  test("waits longer each time the carrier is busy, and at most three minutes", () => {
    fc.assert(
      fc.property(fc.nat(50), fc.double({ min: 0, max: 1, noNaN: true }), (tries, chance) => {
        const wait = busyWaitMs(tries, chance);
        expect(wait).toBeGreaterThanOrEqual(1000);
        expect(wait).toBeLessThanOrEqual(180_000);
        expect(busyWaitMs(tries + 1, 0)).toBeGreaterThanOrEqual(busyWaitMs(tries, 0));
      }),
    );
  });
});
