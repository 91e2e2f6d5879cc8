import { z } from "zod";
import { type GroupForm, meetingOf } from "#server/domain/group-form.ts";
import type { Language } from "#server/domain/language.ts";
import { WEEKDAYS, type Weekday } from "#server/domain/recurrence.ts";
import type { SeriesWords } from "../../store/series.ts";

const Text = z.string().max(2000).default("");

/** Boxes that were ticked: none, one, or several under one name. */
export const Days = z
  .union([z.string(), z.array(z.string())])
  .default([])
  .transform((ticked): readonly Weekday[] => {
    const all = [ticked].flat().flatMap((each) => each.split(","));
    return WEEKDAYS.filter((day) => all.includes(day));
  });

export const GroupFields = z
  .object({
    name: Text,
    about: Text,
    interests: Text,
    place: Text,
    contact: Text,
    open: z.string().optional(),
    days: Days,
    time: Text,
    minutes: Text,
  })
  .transform(({ open, ...form }): GroupForm => ({ ...form, open: open !== undefined }));

/** "Mon, Thu 19:00, 60 min". */
export function meetsShown(series: SeriesWords | null, language: Language, timeZone: string): string | null {
  if (!series) return null;
  const { days = [], time } = meetingOf(series, timeZone);
  return `${days.map((day) => dayShown(day, language)).join(", ")} ${time}, ${series.minutes} min`;
}

/** A Monday, to count the days of the week from. */
const MONDAY_MS = Date.UTC(2026, 10, 23);

function dayShown(day: Weekday, language: Language): string {
  const at = new Date(MONDAY_MS + WEEKDAYS.indexOf(day) * 24 * 3_600_000);
  return at.toLocaleDateString(language, { weekday: "short", timeZone: "UTC" });
}
