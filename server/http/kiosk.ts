import { Hono } from "hono";
import { kioskPage } from "#kiosk/page.ts";
import type { Booted } from "../context.ts";
import { openPostCounts } from "../store/posts.ts";
import { KIOSK_DESK } from "./cards/at-kiosk.ts";
import { deskRoutes } from "./cards/desk.ts";

/** The touchscreen: for the time being its first screen, with what is open and how to text. */
export function kioskRoutes({ ctx }: Pick<Booted, "ctx">): Hono {
  const routes = new Hono();
  routes.route("/card", deskRoutes(ctx, KIOSK_DESK));
  routes.get("/", async (c) => {
    const { needs, gifts } = await openPostCounts(ctx.db);
    return c.html(
      await kioskPage({ nodeName: ctx.config.nodeName, number: ctx.carrier.sender, needs, gifts }),
    );
  });
  return routes;
}
