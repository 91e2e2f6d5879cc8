import { zValidator } from "@hono/zod-validator";
import { Hono } from "hono";
import { z } from "zod";
import { aboutPage } from "#kiosk/groups/about.ts";
import { type GroupFacts, groupPage } from "#kiosk/groups/group.ts";
import { gonePage } from "#kiosk/groups/ways-on.ts";
import { readableNumber } from "#kiosk/readable-number.ts";
import type { GroupFinder } from "../../actions/suggest-groups.ts";
import type { Context } from "../../context.ts";
import type { KioskEnv, KioskRequest } from "./env.ts";
import { Came } from "./group-query.ts";
import { backOf, meetingWhen, queryOf, type Way } from "./group-shown.ts";
import { mapPlaceOf } from "./map-place.ts";

const Id = z.object({ id: z.coerce.number().int().catch(0) });

/** One group, and what its screen may have clipped. */
export function groupRoutes(ctx: Context, finder: GroupFinder): Hono<KioskEnv> {
  const routes = new Hono<KioskEnv>();
  routes.get("/:id", zValidator("param", Id), zValidator("query", Came), async (c) => {
    const facts = await factsOf(ctx, finder, c, c.req.valid("param").id, wayOf(c.req.valid("query")));
    return facts ? c.html(groupPage(facts)) : c.html(gonePage(c.var.frame), 404);
  });
  routes.get("/:id/about", zValidator("param", Id), zValidator("query", Came), async (c) => {
    const came = c.req.valid("query");
    const facts = await factsOf(ctx, finder, c, c.req.valid("param").id, wayOf(came));
    return facts ? c.html(aboutPage({ ...facts, page: came.side })) : c.html(gonePage(c.var.frame), 404);
  });
  return routes;
}

function wayOf({ from, page, interest, time, company }: z.infer<typeof Came>): Way {
  return { from, page, answered: { interest, time, company } };
}

async function factsOf(
  ctx: Context,
  finder: GroupFinder,
  c: KioskRequest,
  id: number,
  way: Way,
): Promise<GroupFacts | null> {
  const { frame } = c.var;
  const group = await finder.one(id);
  if (!group) return null;
  const { number, name, about, interests, contact, open, coming, isAsleep } = group;
  return {
    frame,
    id,
    number,
    name,
    about: about || interests,
    place: await mapPlaceOf(ctx, coming[0]?.place || group.place),
    contact,
    isOpen: open,
    isAsleep,
    coming: coming.map(({ startsAt }) => meetingWhen(ctx, frame.language, startsAt)),
    text: readableNumber(ctx.carrier.sender),
    back: backOf(way),
    query: queryOf(way),
  };
}
