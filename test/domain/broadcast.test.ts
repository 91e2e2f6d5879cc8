import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type BroadcastMove,
  type BroadcastState,
  costOf,
  mayWriteTo,
  mostOfADay,
  moved,
  refusalOfRelease,
  startOf,
  UNDO_MS,
} from "#server/domain/broadcast.ts";
import type { Actor } from "#server/domain/role.ts";

const NOW = new Date("2026-11-23T17:00:00Z");
const MOVES: readonly BroadcastMove[] = ["submit", "release", "start", "pause", "resume", "stop"];
const ADA: Actor = { personId: 1, name: "Ada", roles: [{ role: "organizer", groupId: null }] };
const BEN: Actor = { personId: 2, name: "Ben", roles: [{ role: "organizer", groupId: null }] };
const COOK: Actor = { personId: 3, name: "Cook", roles: [{ role: "convenor", groupId: 5 }] };
const HELPER: Actor = { personId: 4, name: "Hal", roles: [{ role: "helper", groupId: null }] };
const WAITING = {
  state: "waiting",
  createdById: 1,
  urgent: false,
} as const;
const FACTS = { oneHand: false, allCampToday: 0, people: 5, startsAt: NOW, notAfter: null };

describe("whatever is done to a broadcast in whatever order", () => {
  const histories = fc.array(fc.constantFrom(...MOVES), { maxLength: 30 });

  test("it never goes without having been released, and never again once it was stopped", () => {
    fc.assert(
      fc.property(histories, (history) => {
        let state: BroadcastState = "draft";
        let released = false;
        expect(moved(state, "release")).toBeNull();
        for (const move of history) {
          const next = moved(state, move);
          if (next === null) continue;
          expect(state).not.toBe("stopped");
          if (move === "release") released = true;
          if (next === "sending" || next === "paused") expect(released).toBe(true);
          state = next;
        }
      }),
    );
  });
});

describe("who may release it", () => {
  test.each([
    [ADA, "own"],
    [COOK, "not-allowed"],
    [HELPER, "not-allowed"],
    [BEN, null],
  ] as const)("%o: %s", (actor, refusal) => {
    expect(refusalOfRelease(WAITING, actor, FACTS)).toBe(refusal);
  });

  test.each([
    [{ ...FACTS, allCampToday: 3 }, "too-many-today"],
    [{ ...FACTS, people: 0 }, "nobody"],
    [{ ...FACTS, notAfter: NOW }, "too-late"],
  ] as const)("not with %o", (facts, refusal) => {
    expect(refusalOfRelease(WAITING, BEN, facts)).toBe(refusal);
  });

  test("a fourth to everyone in a day may go when it is about safety, and one to a group at any time", () => {
    const facts = { ...FACTS, allCampToday: 3 };
    expect(refusalOfRelease({ ...WAITING, urgent: true }, BEN, facts)).toBeNull();
    expect(refusalOfRelease(WAITING, BEN, { ...facts, allCampToday: null })).toBeNull();
  });

  test.each([
    [null, ["en", "en", "es", null], 3],
    ["es", ["en", "en", "es", null], 2],
    ["en", [], 0],
  ] as const)("to readers of %j after %j it is counted by what one of them gets", (to, others, count) => {
    expect(mostOfADay(to, others)).toBe(count);
  });
});

test("a convenor writes to their own group alone", () => {
  const to = (...groupIds: number[]) => mayWriteTo(COOK, { kind: "groups", groupIds, language: null });
  expect([to(5), to(6), to(5, 6)]).toEqual([true, false, false]);
  expect(mayWriteTo(COOK, { kind: "news", language: null })).toBe(false);
});

test("it never starts before the undo time is over, before its hour, or at night unless it is about safety", () => {
  const minutes = fc.integer({ min: -600, max: 3000 });
  fc.assert(
    fc.property(
      fc.option(minutes),
      fc.boolean(),
      fc.integer({ min: 0, max: 600 }),
      (later, urgent, quiet) => {
        const scheduledAt = later === null ? null : new Date(NOW.getTime() + later * 60_000);
        const morning = new Date(NOW.getTime() + quiet * 60_000);
        const quietUntil = (at: Date) => (at < morning ? morning : null);
        const at = startOf({ now: NOW, scheduledAt, notAfter: null, urgent, quietUntil });
        expect(at.getTime()).toBeGreaterThanOrEqual(NOW.getTime() + UNDO_MS);
        if (scheduledAt) expect(at.getTime()).toBeGreaterThanOrEqual(scheduledAt.getTime());
        if (!urgent) expect(quietUntil(at)).toBeNull();
      },
    ),
  );
});

test("the cost is people times segments, and its time includes what waits already", () => {
  const cost = costOf({ people: 312, segmentsEach: 2, ahead: 6, perSecond: 3, segmentPrice: 0.01 });
  expect(cost).toEqual({ segments: 624, price: 6.24, seconds: 210 });
  expect(
    costOf({ people: 1, segmentsEach: 1, ahead: 0, perSecond: 1, segmentPrice: undefined }).price,
  ).toBeNull();
});
