import { Hono } from "hono";
import { HTTPException } from "hono/http-exception";
import { secureHeaders } from "hono/secure-headers";
import type { Booted } from "../context.ts";
import { assetRoutes } from "./assets.ts";
import { healthRoutes } from "./health.ts";
import { kioskRoutes } from "./kiosk.ts";
import { organizeRoutes } from "./organize.ts";
import { simulatorRoutes } from "./simulator.ts";
import { twilioRoutes } from "./twilio.ts";

/** All routes of a web process. A fault is logged and answered with nothing of it. */
export function createApp(booted: Booted): Hono {
  const { ctx } = booted;
  const app = new Hono();
  app.use(
    secureHeaders({
      contentSecurityPolicy: {
        defaultSrc: ["'self'"],
        imgSrc: ["'self'", "data:"],
        frameAncestors: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
      },
      referrerPolicy: "no-referrer",
      strictTransportSecurity: false,
    }),
  );
  app.route("/", healthRoutes(booted));
  app.route("/twilio", twilioRoutes(booted));
  app.route("/assets", assetRoutes());
  app.route("/kiosk", kioskRoutes(booted));
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
