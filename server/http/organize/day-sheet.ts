import { zValidator } from "@hono/zod-validator";
import { Hono } from "hono";
import { z } from "zod";
import { type DayFacts, daySheet } from "#kiosk/organize/day-sheet.ts";
import { readableNumber } from "#kiosk/readable-number.ts";
import { dayLines } from "#kiosk/receipts/day-lines.ts";
import { dayOf, isDay, midnightOf, plusDays } from "#server/domain/wall-clock.ts";
import type { Context } from "../../context.ts";
import { gatheringsBetween } from "../../store/gathering-edits.ts";
import { receiptFile } from "./receipt-file.ts";
import { allows, type OrganizeEnv } from "./session.ts";
import { shownClock, shownDay } from "./times.ts";

const Query = z.object({
  date: z.string().refine(isDay).optional().catch(undefined),
  width: z.enum(["58", "80"]).catch("58"),
});

/** All of a day that is open to everybody, on paper for the wall. */
export function daySheetRoutes(ctx: Context): Hono<OrganizeEnv> {
  const routes = new Hono<OrganizeEnv>();
  routes.use(allows("see-gatherings"));
  const query = zValidator("query", Query);
  routes.get("/", query, async (c) => c.html(daySheet(await factsOf(ctx, c.req.valid("query").date))));
  routes.get("/slip.bin", query, async (c) => {
    const facts = await factsOf(ctx, c.req.valid("query").date);
    const number = readableNumber(facts.number) ?? facts.number;
    return receiptFile(c, "agenda", dayLines({ ...facts, number }), c.req.valid("query").width);
  });
  return routes;
}

async function factsOf(ctx: Context, wished: string | undefined): Promise<DayFacts> {
  const { timeZone } = ctx.config;
  const date = wished ?? dayOf(ctx.now(), timeZone);
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
  return {
    nodeName: ctx.config.nodeName,
    number: ctx.carrier.sender,
    date,
    day: { en: shownDay(ctx, "en", from), es: shownDay(ctx, "es", from) },
    camp: lines.filter(({ group }) => group === null),
    groups: lines.filter(({ group }) => group !== null),
  };
}
