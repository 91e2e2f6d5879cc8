import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Answers, type Candidate, COMPANIES, rankByFit, TIMES } from "#server/domain/group-fit.ts";

const GROUP: Candidate = {
  id: 1,
  likely: 0.8,
  hours: [16, 16],
  members: 5,
  children: 0,
  isOpen: true,
  isAsleep: false,
  next: new Date("2026-11-23T21:00:00Z"),
};

function idsFor(groups: readonly Candidate[], answers: Partial<Answers>): readonly number[] {
  return rankByFit(groups, { time: "any", company: "anybody", ...answers }).map(({ id }) => id);
}

describe("a group comes before another", () => {
  test.each([
    ["that is not what somebody likes", { likely: 0 }, {}],
    ["that is less likely what they mean", { likely: 0.3 }, {}],
    ["that never meets when they have time", { hours: [9, 10] }, { time: "midday" }],
    ["that meets then more seldom", { hours: [16, 9] }, { time: "midday" }],
    ["that has nothing coming", { hours: [] }, { time: "midday" }],
    ["that is bigger, for who wants few", { members: 30 }, { company: "few" }],
    ["that is smaller, for who wants many", { members: 1 }, { company: "many" }],
    ["without children, for who comes with some", { children: 0 }, { company: "children" }],
    ["that sleeps", { isAsleep: true }, {}],
    ["that is closed", { isOpen: false }, {}],
    ["that meets later", { next: new Date("2026-11-23T22:00:00Z") }, {}],
    ["of which nobody knows when it meets", { next: null }, {}],
  ] as const)("%s", (_, worse, answers) => {
    const good = "company" in answers && answers.company === "children" ? { ...GROUP, children: 1 } : GROUP;
    expect(idsFor([{ ...GROUP, ...worse, id: 0 }, good], answers)).toEqual([1, 0]);
  });
});

test.each([
  [0, "evening"],
  [4, "evening"],
  [5, "morning"],
  [11, "morning"],
  [12, "midday"],
  [16, "midday"],
  [17, "evening"],
  [23, "evening"],
] as const)("what begins at %i is for who has time in the %s", (hour, time) => {
  const [fit] = rankByFit([{ ...GROUP, hours: [hour] }], { time, company: "anybody" });
  expect(fit?.by).toContain("time");
});

test("why a group fits names what was asked and is met, and nothing else", () => {
  const by = (group: Candidate, answers: Answers) => rankByFit([group], answers)[0]?.by;
  expect(by(GROUP, { time: "any", company: "anybody" })).toEqual(["interest"]);
  expect(by(GROUP, { time: "midday", company: "few" })).toEqual(["interest", "time", "company"]);
  expect(by({ ...GROUP, likely: 0 }, { time: "morning", company: "many" })).toEqual([]);
});

const share = fc.integer({ min: 0, max: 10 }).map((tenths) => tenths / 10);
const candidate = fc.record({
  likely: share,
  hours: fc.array(fc.integer({ min: 0, max: 23 }), { maxLength: 6 }),
  members: fc.integer({ min: 0, max: 60 }),
  children: share,
  isOpen: fc.boolean(),
  isAsleep: fc.boolean(),
  next: fc.option(fc.date({ noInvalidDate: true })),
});
const camp = fc
  .array(candidate, { maxLength: 12 })
  .map((groups) => groups.map((group, id): Candidate => ({ ...group, id })));
const answers = fc.record({ time: fc.constantFrom(...TIMES), company: fc.constantFrom(...COMPANIES) });

test("any answers leave every group of the camp there, each once", () => {
  fc.assert(
    fc.property(camp, answers, (groups, said) => {
      const ids = rankByFit(groups, said).map(({ id }) => id);
      expect([...ids].sort((a, b) => a - b)).toEqual(groups.map(({ id }) => id));
    }),
  );
});

test("a group that fits better in one thing and worse in none never stands behind", () => {
  const better = fc.constantFrom<(group: Candidate) => Candidate>(
    (group) => ({ ...group, likely: Math.min(1, group.likely + 0.1) }),
    (group) => ({ ...group, hours: [...group.hours, 9], children: 1 }),
    (group) => ({ ...group, isOpen: true }),
    (group) => ({ ...group, isAsleep: false }),
    (group) => group,
  );
  const morning = answers.map((said): Answers => ({ ...said, time: "morning" }));
  fc.assert(
    fc.property(camp, candidate, better, morning, (others, worse, improve, said) => {
      const group = { ...worse, id: 100 };
      const ids = rankByFit([...others, { ...group, id: 101 }, { ...improve(group), id: 99 }], said).map(
        ({ id }) => id,
      );
      expect(ids.indexOf(99)).toBeLessThan(ids.indexOf(101));
    }),
  );
});

test("the order in which groups come does not matter", () => {
  fc.assert(
    fc.property(camp, answers, (groups, said) => {
      expect(rankByFit(groups.toReversed(), said)).toEqual(rankByFit(groups, said));
    }),
  );
});
