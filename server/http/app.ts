import { Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { HTTPException } from "hono/http-exception";
import type { Booted } from "../context.ts";
import { assetRoutes } from "./assets.ts";
import { calendarRoutes } from "./calendar.ts";
import { DESK_CSP } from "./cards/desk.ts";
import { cardRoutes } from "./cards/in-hand.ts";
import { notTooManyAtOnce } from "./crowding.ts";
import { headersWith } from "./headers.ts";
import { healthRoutes } from "./health.ts";
import { kioskRoutes } from "./kiosk.ts";
import { CONSOLE_DESK_PATH } from "./organize/card-desk.ts";
import { QUEUES_CSP, QUEUES_PATH } from "./organize/queues.ts";
import { organizeRoutes } from "./organize.ts";
import { refuseOverload } from "./overload.ts";
import { readableAddress } from "./readable.ts";
import { simulatorRoutes } from "./simulator.ts";
import { twilioRoutes } from "./twilio.ts";

/** No route takes more; most take far less. */
const MOST_BYTES = 6 * 1024 * 1024;

/** All routes of a web process. A fault is logged and answered with nothing of it. */
export function createApp(booted: Booted): Hono {
  const { ctx } = booted;
  const app = new Hono();
  app.use(refuseOverload(ctx.metrics));
  const isEncrypted = ctx.config.publicUrl.startsWith("https:");
  const usual = headersWith({}, isEncrypted);
  const ofQueues = headersWith(QUEUES_CSP, isEncrypted);
  const ofDesk = headersWith(DESK_CSP, isEncrypted);
  app.use((c, next) =>
    (isUnder(QUEUES_PATH, c.req.path) ? ofQueues : isDesk(c.req.path) ? ofDesk : usual)(c, next),
  );
  app.use(
    notTooManyAtOnce(ctx),
    readableAddress,
    bodyLimit({ maxSize: MOST_BYTES, onError: (c) => c.text("Too large.", 413) }),
  );
  app.route("/", healthRoutes(booted));
  app.route("/", calendarRoutes(booted));
  app.route("/twilio", twilioRoutes(booted));
  app.route("/assets", assetRoutes());
  app.route("/kiosk", kioskRoutes(booted));
  for (const path of ["/G", "/g"]) app.route(path, cardRoutes(booted));
  app.route("/organize", organizeRoutes(booted));
  if (ctx.carrier.name === "simulator") app.route("/simulator", simulatorRoutes(booted, app));
  app.get("/", (c) => c.redirect("/kiosk"));
  app.notFound((c) => c.text("There is nothing here. The kiosk is at /kiosk.", 404));
  app.onError((err, c) => {
    if (err instanceof HTTPException) return err.getResponse();
    ctx.log.error({ err, route: c.req.routePath }, "request failed");
    return c.text("Something went wrong on our side. Please try again, or ask at the info tent.", 500);
  });
  return app;
}

function isDesk(path: string): boolean {
  return isUnder("/kiosk", path) || isUnder(CONSOLE_DESK_PATH, path);
}

function isUnder(folder: string, path: string): boolean {
  return path === folder || path.startsWith(`${folder}/`);
}
