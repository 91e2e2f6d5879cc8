import { PRIORITY, type TextKind } from "./text-state.ts";

/** What a day's segments go to; the first of them stops first. */
export type Spending = "announcing" | "answering" | "saving";

/** What nobody waits for stops with the budget, STOP's confirmation and what is about safety last of all. */
const SPENDING: Readonly<Record<TextKind, Spending>> = {
  ask: "announcing",
  reminder: "announcing",
  broadcast: "announcing",
  answer: "answering",
  organizer: "answering",
  relay: "answering",
  introduction: "answering",
  notice: "answering",
  goodbye: "saving",
  alert: "saving",
};
const PERCENT: Readonly<Record<Spending, number>> = { announcing: 100, answering: 120, saving: 150 };
const WARNED_AT_PERCENT = 80;

/** A day's budget: how many segments may have left in all when one more is spent on each; null: as many as there are. */
export type DayBudget = {
  /** "2026-11-23", by the camp's calendar. */
  readonly day: string;
  readonly most: Readonly<Record<Spending, number>> | null;
  readonly warnedFrom: number;
};

export function budgetOf(day: string, dailySegments: number | undefined): DayBudget {
  if (dailySegments === undefined) return { day, most: null, warnedFrom: Number.POSITIVE_INFINITY };
  const share = (percent: number) => Math.floor((dailySegments * percent) / 100);
  return {
    day,
    most: {
      announcing: share(PERCENT.announcing),
      answering: share(PERCENT.answering),
      saving: share(PERCENT.saving),
    },
    warnedFrom: share(WARNED_AT_PERCENT),
  };
}

export function kindsFor(spending: Spending): readonly TextKind[] {
  return (Object.keys(PRIORITY) as TextKind[]).filter((kind) => SPENDING[kind] === spending);
}

/** What the answer to a text with this verb counts as. */
export function spendingOf(verb: string): Spending {
  return verb === "emergency" || verb === "stop" ? "saving" : "answering";
}
