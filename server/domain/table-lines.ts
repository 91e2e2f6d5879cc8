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
type Line<Form> = {
  readonly number: number | null;
  readonly form: Form;
  readonly faults: readonly LineFault[];
};

/** A line of the groups' table as its form; `number`: of the group that it is, null for a new one. */
export function groupOfLine({ cells }: TableLine): Line<GroupForm> {
  const cell = (name: string) => (cells.get(name) ?? "").trim();
  const days = readDays(cell("days"));
  const number = readNumber(cell("number"));
  const open = readYes(cell("open"));
  const { name, about, interests, place, contact } = NEW_GROUP;
  const words = { name, about, interests, place, contact };
  for (const key of ["name", "about", "interests", "place", "contact"] as const) words[key] = cell(key);
  return {
    number: number ?? null,
    form: {
      ...words,
      open: open ?? true,
      days: days ?? [],
      time: padded(cell("time")),
      minutes: cell("minutes") || "60",
    },
    faults: [
      ...(number === undefined ? [fault("number")] : []),
      ...(open === null ? [fault("open")] : []),
      ...(days === null ? [fault("days")] : []),
    ],
  };
}

/** A line of the gatherings' table as its form; `number`: of its group. */
export function gatheringOfLine({ cells }: TableLine): Line<GatheringForm> {
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
