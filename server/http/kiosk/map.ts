import { zValidator } from "@hono/zod-validator";
import { Hono } from "hono";
import { z } from "zod";
import { mapPage } from "#kiosk/map/page.ts";
import type { Context } from "../../context.ts";
import { campMap, campPicture, mapPins } from "../../store/camp-map.ts";
import type { KioskEnv } from "./env.ts";
import { Page } from "./group-query.ts";
import { pictureOf } from "./map-place.ts";
import { pageOf } from "./page-of.ts";

const PINS_A_PAGE = 5;
const Looked = Page.extend({
  group: z.coerce.number().int().positive().nullable().catch(null).default(null),
});

/** The camp's map with its pins, and the picture itself. */
export function mapRoutes(ctx: Context): Hono<KioskEnv> {
  const routes = new Hono<KioskEnv>();

  routes.get("/", zValidator("query", Looked), async (c) => {
    const map = await campMap(ctx.db);
    const pins = map ? (await mapPins(ctx.db)).map((pin, index) => ({ ...pin, number: index + 1 })) : [];
    const { page, group } = c.req.valid("query");
    const { part, pages, at } = pageOf(pins, page, PINS_A_PAGE);
    const { helpContact } = ctx.config;
    const picture = map && pictureOf(map);
    return c.html(
      mapPage({ frame: c.var.frame, picture, pins, listed: part, page: at, pages, helpContact, group }),
    );
  });

  /** Kept by who has it, and asked for each time: another picture shows at once. */
  routes.get("/picture", async (c) => {
    const map = await campMap(ctx.db);
    if (!map) return c.text("There is no map.", 404);
    const etag = `"${pictureOf(map).version}"`;
    const headers = { etag, "cache-control": "no-cache", "x-content-type-options": "nosniff" };
    if (c.req.header("if-none-match") === etag) return c.body(null, 304, headers);
    const found = await campPicture(ctx.db);
    if (!found) return c.text("There is no map.", 404);
    return c.body(found.picture, 200, { ...headers, "content-type": found.type });
  });

  return routes;
}
