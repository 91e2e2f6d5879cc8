import { Hono } from "hono";
import ical, { ICalEventStatus } from "ical-generator";
import type { Booted } from "../context.ts";
import { publicGatherings } from "../store/gatherings.ts";

const DAY_MS = 24 * 3_600_000;
const SHOWN_AHEAD_MS = 30 * DAY_MS;
const KEEP_SECONDS = 60;

/** GET /calendar.ics: what is open to everybody, for any calendar program (RFC 5545). */
export function calendarRoutes({ ctx }: Pick<Booted, "ctx">): Hono {
  const routes = new Hono();
  routes.get("/calendar.ics", async (c) => {
    const now = ctx.now().getTime();
    const text = await calendarOf(ctx, new Date(now - DAY_MS), new Date(now + SHOWN_AHEAD_MS));
    return c.body(text, 200, {
      "content-type": "text/calendar; charset=utf-8",
      "content-disposition": 'inline; filename="calendar.ics"',
      "cache-control": `public, max-age=${KEEP_SECONDS}`,
    });
  });
  return routes;
}

/** Times are in UTC, which every program shows right; the camp's zone is named for those that show another. */
async function calendarOf(ctx: Booted["ctx"], from: Date, to: Date): Promise<string> {
  const { nodeName, timeZone } = ctx.config;
  const calendar = ical({ name: nodeName, prodId: { company: "Giftline", product: "calendar" } });
  calendar.ttl(KEEP_SECONDS);
  calendar.x("X-WR-TIMEZONE", timeZone);
  for (const gathering of await publicGatherings(ctx.db, from, to)) {
    const { id, title, place, notes, startsAt, endsAt, edition, cancelledAt, createdAt } = gathering;
    calendar.createEvent({
      // The same whatever name or address the camp takes, and no other camp's.
      id: `gathering-${id}-${createdAt.getTime().toString(36)}@giftline`,
      // A program takes the change for newer by this.
      sequence: edition,
      stamp: cancelledAt ?? createdAt,
      start: startsAt,
      end: endsAt,
      summary: title,
      location: place,
      description: notes === "" ? null : notes,
      status: cancelledAt ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    });
  }
  return calendar.toString();
}
