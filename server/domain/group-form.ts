import { faultOfWords, faultsOf, type Reading } from "#server/domain/form-fault.ts";
import { repeatOf, WEEKDAYS, type Weekday } from "#server/domain/recurrence.ts";
import { clockOf, isClock } from "#server/domain/wall-clock.ts";

/** A group as somebody typed it. */
export type GroupForm = {
  readonly name: string;
  readonly about: string;
  readonly interests: string;
  readonly place: string;
  readonly contact: string;
  readonly open: boolean;
  /** None: the group has no regular time. */
  readonly days: readonly Weekday[];
  readonly time: string;
  readonly minutes: string;
};
export type GroupField = "name" | "about" | "interests" | "place" | "contact" | "days" | "time" | "minutes";

/** When a group meets: days of the week, by the camp's clock. */
export type Meets = { readonly days: readonly Weekday[]; readonly time: string; readonly minutes: number };

export type GroupDraft = {
  readonly name: string;
  readonly about: string;
  readonly interests: string;
  readonly place: string;
  readonly contact: string;
  readonly open: boolean;
  readonly meets: Meets | null;
};

/** The most letters of each: names, places and roles go into texts of 160. */
const MOST = { name: 30, about: 200, interests: 200, place: 40, contact: 40 } as const;
const MOST_MINUTES = 12 * 60;

export function readGroup(form: GroupForm): Reading<GroupDraft, GroupField> {
  const { name, about, interests, place, contact, open } = form;
  const minutes = Number(form.minutes);
  const isTimed = form.days.length > 0;
  const faults = faultsOf<GroupField>([
    ["name", faultOfWords(name, MOST.name, true)],
    ["about", faultOfWords(about, MOST.about, false)],
    ["interests", faultOfWords(interests, MOST.interests, false)],
    ["place", faultOfWords(place, MOST.place, isTimed)],
    ["contact", faultOfWords(contact, MOST.contact, false)],
    ["days", !isTimed && form.time !== "" ? "no-days" : null],
    ["time", isTimed && !isClock(form.time) ? "bad-time" : null],
    ["minutes", isTimed && !isLength(minutes) ? "bad-length" : null],
  ]);
  if (faults.length > 0) return { ok: false, faults };
  const meets = isTimed
    ? { days: WEEKDAYS.filter((day) => form.days.includes(day)), time: form.time, minutes }
    : null;
  return {
    ok: true,
    draft: {
      name: name.trim(),
      about: about.trim(),
      interests: tidyList(interests),
      place: place.trim(),
      contact: contact.trim(),
      open,
      meets,
    },
  };
}

function isLength(minutes: number): boolean {
  return Number.isInteger(minutes) && minutes >= 5 && minutes <= MOST_MINUTES;
}

/** "cooking , cocina,," -> "cooking, cocina". */
function tidyList(words: string): string {
  const parts = words.split(/[,;\n]/).map((part) => part.trim());
  return parts.filter((part) => part !== "").join(", ");
}

type Words = Omit<GroupDraft, "meets">;
type Meeting = { readonly rule: string; readonly startsAt: Date; readonly minutes: number };

export const NEW_GROUP: GroupForm = {
  name: "",
  about: "",
  interests: "",
  place: "",
  contact: "",
  open: true,
  days: [],
  time: "",
  minutes: "60",
};

/** A group as its form shows it. */
export function groupFormOf(group: Words, series: Meeting | null, timeZone: string): GroupForm {
  const { name, about, interests, place, contact, open } = group;
  return { ...NEW_GROUP, name, about, interests, place, contact, open, ...meetingOf(series, timeZone) };
}

/** The regular time of a group, as its form shows it. */
export function meetingOf(series: Meeting | null, timeZone: string): Partial<GroupForm> {
  if (!series) return {};
  const repeat = repeatOf(series.rule);
  return {
    days: repeat.kind === "weekly" ? repeat.days : WEEKDAYS,
    time: clockOf(series.startsAt, timeZone),
    minutes: String(series.minutes),
  };
}
