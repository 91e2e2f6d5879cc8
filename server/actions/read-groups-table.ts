import type { TableLine } from "#server/domain/csv.ts";
import { changesOf, groupMeant, isSameName } from "#server/domain/group-change.ts";
import { groupFormOf, readGroup } from "#server/domain/group-form.ts";
import { groupNamedBy, groupOfLine } from "#server/domain/table-lines.ts";
import type { Context } from "../context.ts";
import { allGroups } from "../store/group-edits.ts";
import { faulty, type ImportPlan, one } from "./import-plan.ts";

type Named = ReturnType<typeof groupNamedBy>;

/** Reads lines of the groups' table, one after the other, against the groups that are there. */
export async function groupReader(ctx: Context): Promise<(line: TableLine) => ImportPlan> {
  const groups = await allGroups(ctx.db);
  const seen: Named[] = [];
  return (row) => {
    const { line } = row;
    const named = groupNamedBy(row);
    const meant = groupMeant(groups, named);
    if (meant === "which-group") return faulty(line, [{ field: "number", fault: meant }]);
    const stood = meant && groupFormOf(meant, meant.series[0] ?? null, ctx.config.timeZone);
    const { form, faults } = groupOfLine(row, stood);
    const read = readGroup(form);
    const number = meant?.number ?? named.number;
    const all = [
      ...faults,
      ...(isAmong(seen, { number, name: named.name }) ? [{ field: "number", fault: "twice" } as const] : []),
      ...(meant?.closedAt ? [{ field: "number", fault: "closed" } as const] : []),
      ...(read.ok ? [] : read.faults),
    ];
    seen.push({ number, name: named.name });
    if (!read.ok || all.length > 0) return faulty(line, all);
    const { draft } = read;
    if (!meant || !stood) return one({ kind: "new-group", line, number, draft });
    const before = readGroup(stood);
    const changes = before.ok ? changesOf(before.draft, draft) : [];
    const byName = named.number === null;
    if (before.ok && changes.length === 0) return one({ kind: "same", line, name: draft.name });
    return one({ kind: "change-group", line, id: meant.id, draft, changes, byName });
  };
}

/** By the number where both have one: of two that are new, one without a number is the other by its name. */
function isAmong(seen: readonly Named[], { number, name }: Named): boolean {
  return seen.some((each) =>
    each.number !== null && number !== null ? each.number === number : isSameName(each.name, name),
  );
}
