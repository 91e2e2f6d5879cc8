import { zValidator } from "@hono/zod-validator";
import { Hono } from "hono";
import { z } from "zod";
import { daySheet } from "#kiosk/organize/day-sheet.ts";
import { dayOf, isDay, midnightOf, plusDays } from "#server/domain/wall-clock.ts";
import type { Context } from "../../context.ts";
import { gatheringsBetween } from "../../store/gathering-edits.ts";
import { allows, type OrganizeEnv } from "./session.ts";
import { shownClock, shownDay } from "./times.ts";

const Query = z.object({ date: z.string().refine(isDay).optional().catch(undefined) });

/** All of a day that is open to everybody, on paper for the wall. */
export function daySheetRoutes(ctx: Context): Hono<OrganizeEnv> {
  const { timeZone } = ctx.config;
  const routes = new Hono<OrganizeEnv>();
  routes.use(allows("see-gatherings"));
  routes.get("/", zValidator("query", Query), async (c) => {
    const date = c.req.valid("query").date ?? dayOf(ctx.now(), timeZone);
    const from = midnightOf(date, timeZone);
    const rows = await gatheringsBetween(ctx.db, from, midnightOf(plusDays(date, 1), timeZone));
    const lines = rows
      .filter(({ open }) => open)
      .map(({ startsAt, endsAt, group, cancelledAt, ...each }) => ({
        ...each,
        from: shownClock(ctx, startsAt),
        to: shownClock(ctx, endsAt),
        group: group && `${group.number} · ${group.name}`,
        cancelled: cancelledAt !== null,
      }));
    const page = daySheet({
      nodeName: ctx.config.nodeName,
      number: ctx.carrier.sender,
      date,
      day: { en: shownDay(ctx, "en", from), es: shownDay(ctx, "es", from) },
      camp: lines.filter(({ group }) => group === null),
      groups: lines.filter(({ group }) => group !== null),
    });
    return c.html(page);
  });
  return routes;
}
