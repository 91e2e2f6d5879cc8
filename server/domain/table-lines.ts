import type { TableLine } from "#server/domain/csv.ts";
import type { FormFault } from "#server/domain/form-fault.ts";
import type { GatheringForm } from "#server/domain/gathering-form.ts";
import { type GroupForm, NEW_GROUP } from "#server/domain/group-form.ts";
import { WEEKDAYS, type Weekday } from "#server/domain/recurrence.ts";

export const TABLES = ["groups", "gatherings"] as const;
export type TableName = (typeof TABLES)[number];

export const COLUMNS = {
  groups: ["number", "name", "about", "interests", "place", "contact", "open", "days", "time", "minutes"],
  gatherings: ["format", "title", "place", "day", "start", "end", "notes", "group", "open"],
} as const;

/** Without these a table is not the one that it should be. */
export const NEEDED = {
  groups: ["name"],
  gatherings: ["title", "place", "day", "start", "end"],
} as const;

type LineFault = { readonly field: string; readonly fault: FormFault };
type Line<Form> = { readonly form: Form; readonly faults: readonly LineFault[] };

/** Which group a line of the groups' table is about. */
export function groupNamedBy({ cells }: TableLine): {
  readonly number: number | null;
  readonly name: string;
} {
  return {
    number: readNumber(cells.get("number")?.trim() ?? "") ?? null,
    name: cells.get("name")?.trim() ?? "",
  };
}

/** A line of the groups' table as its form: what the table has no column for stays as it stood. */
export function groupOfLine({ cells }: TableLine, stood: GroupForm | null): Line<GroupForm> {
  const before = stood ?? NEW_GROUP;
  const cell = (name: string) => cells.get(name)?.trim();
  const has = (name: string) => cells.has(name);
  const days = has("days") ? readDays(cell("days") ?? "") : before.days;
  const open = has("open") ? readYes(cell("open") ?? "") : before.open;
  const { name, about, interests, place, contact } = before;
  const words = { name, about, interests, place, contact };
  for (const key of ["name", "about", "interests", "place", "contact"] as const)
    words[key] = cell(key) ?? words[key];
  // Without its days a time says nothing.
  const timeStood = days?.length === 0 ? "" : before.time;
  return {
    form: {
      ...words,
      open: open ?? true,
      days: days ?? [],
      time: has("time") ? padded(cell("time") ?? "") : timeStood,
      minutes: cell("minutes") || before.minutes,
    },
    faults: [
      ...(readNumber(cell("number") ?? "") === undefined ? [fault("number")] : []),
      ...(open === null ? [fault("open")] : []),
      ...(days === null ? [fault("days")] : []),
    ],
  };
}

/** A line of the gatherings' table as its form; `number`: of its group. */
export function gatheringOfLine({
  cells,
}: TableLine): Line<GatheringForm> & { readonly number: number | null } {
  const cell = (name: string) => (cells.get(name) ?? "").trim();
  const number = readNumber(cell("group"));
  const open = readYes(cell("open"));
  return {
    number: number ?? null,
    form: {
      format: cell("format").toLowerCase() || "meeting",
      title: cell("title"),
      place: cell("place"),
      notes: cell("notes"),
      day: cell("day"),
      start: padded(cell("start")),
      end: padded(cell("end")),
      groupId: null,
      open: open ?? true,
      repeat: "none",
      days: [],
      until: "",
    },
    faults: [...(number === undefined ? [fault("group")] : []), ...(open === null ? [fault("open")] : [])],
  };
}

function fault(field: string): LineFault {
  return { field, fault: "bad-choice" };
}

/** Null for an empty cell, undefined for what is no number. */
function readNumber(cell: string): number | null | undefined {
  if (cell === "") return null;
  return /^[1-9]\d{0,3}$/.test(cell) ? Number(cell) : undefined;
}

/** An empty cell says yes; null for what is neither yes nor no. */
function readYes(cell: string): boolean | null {
  if (/^(?:yes|y|s[ií]|true|1|)$/i.test(cell)) return true;
  return /^(?:no|n|false|0)$/i.test(cell) ? false : null;
}

const DAY_NAMES: Readonly<Record<Weekday, RegExp>> = {
  MO: /^(?:mo|lu)/i,
  TU: /^(?:tu|ma)/i,
  WE: /^(?:we|mi)/i,
  TH: /^(?:th|ju)/i,
  FR: /^(?:fr|vi)/i,
  SA: /^(?:sa|s[áa]b)/i,
  SU: /^(?:su|do)/i,
};

/** "MO TH", "Mon, Thu" or "lun y jue"; null when a word of them is no day. */
function readDays(cell: string): readonly Weekday[] | null {
  const words = cell.split(/[\s,;]+|\b(?:and|y)\b/i).filter(Boolean);
  const days = words.map((word) => WEEKDAYS.find((day) => DAY_NAMES[day].test(word)));
  return days.some((day) => day === undefined) ? null : WEEKDAYS.filter((day) => days.includes(day));
}

/** A spreadsheet makes 8:00 of 08:00, and adds seconds. */
function padded(time: string): string {
  const [, hour, minute] = /^(\d{1,2}):(\d\d)(?::00)?$/.exec(time) ?? [];
  return hour === undefined ? time : `${hour.padStart(2, "0")}:${minute}`;
}
