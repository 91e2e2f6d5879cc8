import { zValidator } from "@hono/zod-validator";
import { Hono } from "hono";
import { z } from "zod";
import { broadcastPage } from "#kiosk/organize/broadcast.ts";
import type { BroadcastRefusal } from "#kiosk/organize/words/broadcasts.ts";
import { releaseBroadcast } from "../../actions/release-broadcast.ts";
import { steerBroadcast } from "../../actions/steer-broadcast.ts";
import { submitBroadcast } from "../../actions/submit-broadcast.ts";
import { testBroadcast } from "../../actions/test-broadcast.ts";
import { viewBroadcast } from "../../actions/view-broadcast.ts";
import type { Context } from "../../context.ts";
import { broadcastEvents } from "./broadcast-events.ts";
import { broadcastFacts } from "./broadcast-facts.ts";
import { RowId } from "./row-id.ts";
import type { OrganizeEnv, OrganizeRequest } from "./session.ts";

const Id = z.object({ id: RowId });

/** One broadcast: looked at, tested, put before a second organizer, released, watched, paused, stopped. */
export function broadcastSteering(ctx: Context): Hono<OrganizeEnv> {
  const routes = new Hono<OrganizeEnv>();
  const id = zValidator("param", Id);

  routes.get("/:id", id, (c) => show(ctx, c, c.req.valid("param").id, null));

  routes.get("/:id/events", id, (c) => broadcastEvents(ctx, c, c.req.valid("param").id));

  routes.post("/:id/test", id, async (c) => {
    await testBroadcast(ctx, c.var.actor, c.req.valid("param").id);
    return show(ctx, c, c.req.valid("param").id, "tested");
  });

  routes.post("/:id/submit", id, async (c) => {
    const done = await submitBroadcast(ctx, c.var.actor, c.req.valid("param").id);
    return showNext(ctx, c, c.req.valid("param").id, done ? null : "not-possible");
  });

  routes.post("/:id/release", id, async (c) => {
    const done = await releaseBroadcast(ctx, c.var.actor, c.req.valid("param").id);
    return showNext(ctx, c, c.req.valid("param").id, done.ok ? null : done.refusal);
  });

  for (const move of ["pause", "resume", "stop"] as const) {
    routes.post(`/:id/${move}`, id, async (c) => {
      const done = await steerBroadcast(ctx, c.var.actor, c.req.valid("param").id, move);
      return showNext(ctx, c, c.req.valid("param").id, done ? null : "not-possible");
    });
  }

  return routes;
}

/** Done: the page anew, so that a reload does nothing twice. Refused: the page with the reason. */
function showNext(ctx: Context, c: OrganizeRequest, id: number, refusal: BroadcastRefusal | null) {
  return refusal === null ? c.redirect(`/organize/broadcasts/${id}`, 303) : show(ctx, c, id, refusal);
}

async function show(ctx: Context, c: OrganizeRequest, id: number, said: BroadcastRefusal | "tested" | null) {
  const row = await viewBroadcast(ctx, c.var.actor, id);
  if (!row) return c.redirect("/organize/broadcasts", 303);
  const status = said === null || said === "tested" ? 200 : 409;
  return c.html(broadcastPage(await broadcastFacts(ctx, c, row, said)), status);
}
