import { Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { csrf } from "hono/csrf";
import { faultPage } from "#kiosk/shell/fault.ts";
import type { Booted } from "../context.ts";
import { boardRoutes } from "./kiosk/board.ts";
import { kioskCardRoutes } from "./kiosk/card.ts";
import { daysRoutes } from "./kiosk/days.ts";
import { earlyModules } from "./kiosk/early-modules.ts";
import { actsOnly, atKiosk, type KioskEnv, plainFrame, unlessOutOfOrder } from "./kiosk/env.ts";
import { showFault } from "./kiosk/faults.ts";
import { groupsRoutes } from "./kiosk/groups.ts";
import { homeRoutes } from "./kiosk/home.ts";
import { joinRoutes } from "./kiosk/join.ts";
import { keepRoutes } from "./kiosk/keep.ts";
import { mapRoutes } from "./kiosk/map.ts";
import { enterRoutes, pairRoutes } from "./kiosk/pair.ts";
import { personRoutes } from "./kiosk/person.ts";
import { phoneRoutes } from "./kiosk/phone.ts";
import { postsRoutes } from "./kiosk/posts.ts";
import { printRoutes } from "./kiosk/print.ts";
import { pulseRoutes } from "./kiosk/pulse.ts";
import { staffRoutes } from "./kiosk/staff.ts";
import { readableForm } from "./readable.ts";

const MOST_BYTES = 16 * 1024;

/** The touchscreen. Anybody may look; only this machine's screen and those that organizers have let may act. */
export function kioskRoutes({ ctx }: Pick<Booted, "ctx">): Hono<KioskEnv> {
  const routes = new Hono<KioskEnv>();
  routes.use(
    earlyModules(),
    bodyLimit({ maxSize: MOST_BYTES, onError: (c) => c.html(faultPage(plainFrame(ctx, c), "tooLong"), 413) }),
    readableForm,
    atKiosk(ctx),
  );
  routes.route("/pair/enter", enterRoutes(ctx));
  routes.use(csrf());
  routes.route("/pair", pairRoutes(ctx));
  routes.use(actsOnly);
  routes.route("/pulse", pulseRoutes(ctx));
  routes.route("/staff", staffRoutes(ctx));
  routes.route("/print", printRoutes(ctx));
  routes.use(unlessOutOfOrder(ctx));
  routes.route("/", homeRoutes(ctx));
  routes.route("/", keepRoutes(ctx));
  routes.route("/card", kioskCardRoutes(ctx));
  routes.route("/posts", postsRoutes(ctx));
  routes.route("/board", boardRoutes(ctx));
  routes.route("/phone", phoneRoutes(ctx));
  routes.route("/groups", joinRoutes(ctx));
  routes.route("/person", personRoutes(ctx));
  routes.route("/groups", groupsRoutes(ctx));
  routes.route("/map", mapRoutes(ctx));
  routes.route("/days", daysRoutes(ctx));
  routes.all("*", (c) => c.html(faultPage(c.var.frame, "lost"), 404));
  routes.onError((err, c) => showFault(ctx, err, c));
  return routes;
}
