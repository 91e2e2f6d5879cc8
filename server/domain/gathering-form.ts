import { type FormFault, faultOfWords, faultsOf, type Reading } from "#server/domain/form-fault.ts";
import { nextDate, type Repeat, ruleOf, type Weekday } from "#server/domain/recurrence.ts";
import { isClock, isDay, plusDays, readMoment } from "#server/domain/wall-clock.ts";

const FORMATS = ["assembly", "circle", "cafe", "open-space", "training", "meal", "meeting"] as const;
export type GatheringFormat = (typeof FORMATS)[number];

/** A gathering as somebody typed it. */
export type GatheringForm = {
  readonly format: string;
  readonly title: string;
  readonly place: string;
  readonly notes: string;
  /** By the camp's calendar and clock: "2026-11-23", "19:00". */
  readonly day: string;
  readonly start: string;
  readonly end: string;
  readonly groupId: number | null;
  /** For everybody, or for its group alone. */
  readonly open: boolean;
  readonly repeat: "none" | "daily" | "weekly";
  readonly days: readonly Weekday[];
  readonly until: string;
};
export type GatheringField =
  | "format"
  | "title"
  | "place"
  | "notes"
  | "day"
  | "start"
  | "end"
  | "group"
  | "days"
  | "until";

export type GatheringDraft = {
  readonly format: GatheringFormat;
  readonly title: string;
  readonly place: string;
  readonly notes: string;
  readonly startsAt: Date;
  readonly minutes: number;
  readonly groupId: number | null;
  readonly open: boolean;
  readonly repeat: Repeat | null;
};

/** 18:00 to 06:00. */
const LONGEST_NIGHT_MS = 12 * 3_600_000;
const MOST = { title: 40, place: 40, notes: 300 } as const;

type Looked = readonly [field: GatheringField, fault: FormFault | null];

type Around = {
  readonly now: Date;
  readonly timeZone: string;
  /** When it started before this edit: what has begun may keep its time. */
  readonly stood: Date | null;
};

export function readGathering(
  form: GatheringForm,
  { now, timeZone, stood }: Around,
): Reading<GatheringDraft, GatheringField> {
  const format = FORMATS.find((each) => each === form.format);
  const startsAt = readMoment(form.day, form.start, timeZone);
  const endsAt = startsAt && readEnd(form, startsAt, timeZone);
  const isPast = startsAt !== null && startsAt <= now && startsAt.getTime() !== stood?.getTime();
  const repeat = readRepeat(form);
  const isEmpty =
    repeat !== null && startsAt !== null && !nextDate({ rule: ruleOf(repeat), startsAt }, startsAt, timeZone);
  const faults = faultsOf<GatheringField>([
    ["format", format ? null : "bad-choice"],
    ["title", faultOfWords(form.title, MOST.title, true)],
    ["place", faultOfWords(form.place, MOST.place, true)],
    ["notes", faultOfWords(form.notes, MOST.notes, false)],
    ["day", isDay(form.day) ? null : "bad-day"],
    ["start", isClock(form.start) ? (isPast ? "past" : null) : "bad-time"],
    ["end", isClock(form.end) ? (startsAt && !endsAt ? "ends-before" : null) : "bad-time"],
    ["group", form.groupId === null && !form.open ? "missing" : null],
    ...repeatFaults(form, isEmpty),
  ]);
  if (faults.length > 0 || !format || !startsAt || !endsAt) return { ok: false, faults };
  const { title, place, notes, groupId, open } = form;
  const minutes = Math.round((endsAt.getTime() - startsAt.getTime()) / 60_000);
  const words = { title: title.trim(), place: place.trim(), notes: notes.trim() };
  return {
    ok: true,
    draft: { format, ...words, startsAt, minutes, groupId, open, repeat },
  };
}

/** An end before the start is the next day's; null when that makes no night but a mistake, or there is no such time. */
function readEnd({ day, end }: GatheringForm, startsAt: Date, timeZone: string): Date | null {
  const sameDay = readMoment(day, end, timeZone);
  if (!sameDay || sameDay > startsAt) return sameDay;
  const nextDay = readMoment(plusDays(day, 1), end, timeZone);
  return nextDay && nextDay.getTime() - startsAt.getTime() <= LONGEST_NIGHT_MS ? nextDay : null;
}

function repeatFaults({ repeat, days, until }: GatheringForm, isEmpty: boolean): readonly Looked[] {
  if (repeat === "none") return [];
  return [
    ["days", repeat === "weekly" && days.length === 0 ? "no-days" : null],
    ["until", until !== "" && !isDay(until) ? "bad-day" : isEmpty ? "until-before" : null],
  ];
}

function readRepeat({ repeat, days, until }: GatheringForm): Repeat | null {
  const last = isDay(until) ? until : null;
  if (repeat === "daily") return { kind: "daily", until: last };
  return repeat === "weekly" && days.length > 0 ? { kind: "weekly", days, until: last } : null;
}
