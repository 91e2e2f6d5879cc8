import { z } from "zod";
import type { GatheringForm } from "#server/domain/gathering-form.ts";
import { repeatOf, WEEKDAYS } from "#server/domain/recurrence.ts";
import { clockOf, dayOf } from "#server/domain/wall-clock.ts";
import type { GatheringRow } from "../../store/gathering-edits.ts";
import { Days } from "./group-fields.ts";
import { RowId } from "./row-id.ts";

const Text = z.string().max(2000).default("");

export const GatheringFields = z
  .object({
    scope: z.enum(["one", "all"]).default("one"),
    format: Text,
    title: Text,
    place: Text,
    day: Text,
    start: Text,
    end: Text,
    notes: Text,
    group: z.union([z.literal(""), RowId]).default(""),
    open: z.enum(["yes", "no"]).default("yes"),
    repeat: z.enum(["none", "daily", "weekly"]).default("none"),
    days: Days,
    until: Text,
  })
  .transform(({ scope, group, open, ...form }): { scope: "one" | "all"; form: GatheringForm } => ({
    scope,
    form: { ...form, groupId: group === "" ? null : group, open: open === "yes" },
  }));

export function newGathering(groupId: number | null, day: string): GatheringForm {
  return {
    format: groupId === null ? "assembly" : "meeting",
    title: "",
    place: "",
    notes: "",
    day,
    start: "",
    end: "",
    groupId,
    open: true,
    repeat: "none",
    days: [],
    until: "",
  };
}

/** A gathering as its form shows it; one of a series with the rule of the series. */
export function gatheringFormOf(
  row: GatheringRow & { readonly series: { readonly rule: string; readonly closedAt: Date | null } | null },
  timeZone: string,
): GatheringForm {
  const { format, title, place, notes, groupId, open, startsAt, endsAt, series } = row;
  const repeat = series && !series.closedAt ? repeatOf(series.rule) : null;
  return {
    format,
    title,
    place,
    notes,
    groupId,
    open,
    day: dayOf(startsAt, timeZone),
    start: clockOf(startsAt, timeZone),
    end: clockOf(endsAt, timeZone),
    repeat: repeat?.kind ?? "none",
    days: repeat?.kind === "weekly" ? WEEKDAYS.filter((day) => repeat.days.includes(day)) : [],
    until: repeat?.until ?? "",
  };
}
