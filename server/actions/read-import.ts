import { readTable, type TableLine } from "#server/domain/csv.ts";
import { readGathering } from "#server/domain/gathering-form.ts";
import { gatheringOfLine, NEEDED, type TableName } from "#server/domain/table-lines.ts";
import type { Context } from "../context.ts";
import { gatheringsBetween } from "../store/gathering-edits.ts";
import { allGroups } from "../store/group-edits.ts";
import { faulty, type ImportPlan, one, refused } from "./import-plan.ts";
import { groupReader } from "./read-groups-table.ts";

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
