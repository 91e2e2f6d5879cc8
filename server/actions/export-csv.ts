import { writeTable } from "#server/domain/csv.ts";
import { groupFormOf } from "#server/domain/group-form.ts";
import { COLUMNS, type TableName } from "#server/domain/table-lines.ts";
import { clockOf, dayOf } from "#server/domain/wall-clock.ts";
import type { Context } from "../context.ts";
import { gatheringsBetween } from "../store/gathering-edits.ts";
import { allGroups } from "../store/group-edits.ts";

const AHEAD_MS = 2 * 366 * 24 * 3_600_000;

/** The groups that are there, or the gatherings still ahead, as a table that can be brought in again. */
export async function exportCsv(ctx: Context, what: TableName): Promise<string> {
  return writeTable(COLUMNS[what], what === "groups" ? await groupRows(ctx) : await gatheringRows(ctx));
}

async function groupRows(ctx: Context): Promise<readonly (readonly string[])[]> {
  const groups = (await allGroups(ctx.db)).filter(({ closedAt }) => closedAt === null);
  return groups.map((group) => {
    const form = groupFormOf(group, group.series[0] ?? null, ctx.config.timeZone);
    const { name, about, interests, place, contact, open, days, time, minutes } = form;
    const words = [String(group.number), name, about, interests, place, contact];
    return [...words, yes(open), days.join(" "), time, days.length > 0 ? minutes : ""];
  });
}

async function gatheringRows(ctx: Context): Promise<readonly (readonly string[])[]> {
  const { timeZone } = ctx.config;
  const now = ctx.now();
  const ahead = await gatheringsBetween(ctx.db, now, new Date(now.getTime() + AHEAD_MS));
  return ahead
    .filter(({ cancelledAt }) => cancelledAt === null)
    .map(({ format, title, place, startsAt, endsAt, notes, group, open }) => {
      const times = [dayOf(startsAt, timeZone), clockOf(startsAt, timeZone), clockOf(endsAt, timeZone)];
      return [format, title, place, ...times, notes, group ? String(group.number) : "", yes(open)];
    });
}

function yes(is: boolean): string {
  return is ? "yes" : "no";
}
