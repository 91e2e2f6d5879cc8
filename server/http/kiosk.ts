import { Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { csrf } from "hono/csrf";
import type { Booted } from "../context.ts";
import { kioskCardRoutes } from "./kiosk/card.ts";
import { actsOnly, atKiosk, type KioskEnv } from "./kiosk/env.ts";
import { homeRoutes } from "./kiosk/home.ts";
import { keepRoutes } from "./kiosk/keep.ts";
import { personRoutes } from "./kiosk/person.ts";
import { printRoutes } from "./kiosk/print.ts";

const MOST_BYTES = 16 * 1024;

/** The touchscreen. Anybody may look; only this machine's screen and those that organizers have let may act. */
export function kioskRoutes({ ctx }: Pick<Booted, "ctx">): Hono<KioskEnv> {
  const routes = new Hono<KioskEnv>();
  routes.use(
    bodyLimit({ maxSize: MOST_BYTES, onError: (c) => c.text("Too large.", 413) }),
    csrf(),
    atKiosk(ctx),
    actsOnly,
  );
  routes.route("/", homeRoutes(ctx));
  routes.route("/", keepRoutes(ctx));
  routes.route("/card", kioskCardRoutes(ctx));
  routes.route("/person", personRoutes(ctx));
  routes.route("/print", printRoutes(ctx));
  return routes;
}
