import { readTable, type TableLine } from "#server/domain/csv.ts";
import type { FormFault } from "#server/domain/form-fault.ts";
import { type GatheringDraft, readGathering } from "#server/domain/gathering-form.ts";
import { type GroupDraft, groupFormOf, readGroup } from "#server/domain/group-form.ts";
import { gatheringOfLine, groupOfLine, NEEDED, type TableName } from "#server/domain/table-lines.ts";
import type { Context } from "../context.ts";
import { gatheringsBetween } from "../store/gathering-edits.ts";
import { allGroups } from "../store/group-edits.ts";

/** What is wrong in a table: on which line (null: all of it), in which column (null: the line). */
type TableFault = {
  readonly line: number | null;
  readonly column: string | null;
  readonly fault: FormFault;
};

/** What a line would do. */
export type ImportStep =
  | {
      readonly kind: "new-group";
      readonly line: number;
      readonly number: number | null;
      readonly draft: GroupDraft;
    }
  | { readonly kind: "change-group"; readonly line: number; readonly id: number; readonly draft: GroupDraft }
  | { readonly kind: "new-gathering"; readonly line: number; readonly draft: GatheringDraft }
  | { readonly kind: "same"; readonly line: number; readonly name: string };

export type ImportPlan = { readonly steps: readonly ImportStep[]; readonly faults: readonly TableFault[] };

const MOST_LINES = 200;

/** Reads a table against what is there; changes nothing. */
export async function readImport(ctx: Context, what: TableName, text: string): Promise<ImportPlan> {
  const table = readTable(text);
  if (!table) return refused("unreadable");
  const { columns, lines } = table;
  if (!NEEDED[what].every((name) => columns.includes(name))) return refused("no-columns");
  if (lines.length === 0) return refused("no-lines");
  if (lines.length > MOST_LINES) return refused("too-many");
  const read = what === "groups" ? await groupReader(ctx) : await gatheringReader(ctx);
  const plans = lines.map(read);
  return { steps: plans.flatMap(({ steps }) => steps), faults: plans.flatMap(({ faults }) => faults) };
}

type Reader = (line: TableLine) => ImportPlan;

async function groupReader(ctx: Context): Promise<Reader> {
  const groups = await allGroups(ctx.db);
  const seen = new Set<number>();
  return (row) => {
    const { line } = row;
    const { number, form, faults } = groupOfLine(row);
    const read = readGroup(form);
    const known = groups.find((group) => group.number === number);
    const isTwice = number !== null && seen.has(number);
    if (number !== null) seen.add(number);
    const all = [
      ...faults,
      ...(isTwice ? [{ field: "number", fault: "twice" } as const] : []),
      ...(known?.closedAt ? [{ field: "number", fault: "closed" } as const] : []),
      ...(read.ok ? [] : read.faults),
    ];
    if (!read.ok || all.length > 0) return faulty(line, all);
    const { draft } = read;
    if (!known) return one({ kind: "new-group", line, number, draft });
    const before = readGroup(groupFormOf(known, known.series[0] ?? null, ctx.config.timeZone));
    const isSame = before.ok && JSON.stringify(before.draft) === JSON.stringify(draft);
    if (isSame) return one({ kind: "same", line, name: draft.name });
    return one({ kind: "change-group", line, id: known.id, draft });
  };
}

async function gatheringReader(ctx: Context): Promise<Reader> {
  const groups = (await allGroups(ctx.db)).filter(({ closedAt }) => closedAt === null);
  const now = ctx.now();
  const ahead = await gatheringsBetween(ctx.db, now, new Date(now.getTime() + AHEAD_MS));
  const keyOf = (each: { title: string; startsAt: Date }) => `${each.startsAt.toISOString()} ${each.title}`;
  const there = new Set(ahead.filter(({ cancelledAt }) => cancelledAt === null).map(keyOf));
  const seen = new Set<string>();
  return (row) => {
    const { line } = row;
    const { number, form, faults } = gatheringOfLine(row);
    const group = groups.find((each) => each.number === number);
    const read = readGathering(
      { ...form, groupId: group?.id ?? null },
      { now, timeZone: ctx.config.timeZone, stood: null },
    );
    const all = [
      ...faults,
      ...(number !== null && !group ? [{ field: "group", fault: "no-such-group" } as const] : []),
      ...(read.ok ? [] : read.faults),
    ];
    if (!read.ok || all.length > 0) return faulty(line, all);
    const key = keyOf(read.draft);
    if (seen.has(key)) return faulty(line, [{ field: "title", fault: "twice" }]);
    seen.add(key);
    if (there.has(key)) return one({ kind: "same", line, name: read.draft.title });
    return one({ kind: "new-gathering", line, draft: read.draft });
  };
}

const AHEAD_MS = 2 * 366 * 24 * 3_600_000;

function one(step: ImportStep): ImportPlan {
  return { steps: [step], faults: [] };
}

function faulty(line: number, faults: readonly { field: string; fault: FormFault }[]): ImportPlan {
  return { steps: [], faults: faults.map(({ field, fault }) => ({ line, column: field, fault })) };
}

function refused(fault: FormFault): ImportPlan {
  return { steps: [], faults: [{ line: null, column: null, fault }] };
}
