import { Hono } from "hono";
import { PULSE_MS, secondsSince } from "#server/domain/kiosk.ts";
import type { Context } from "../../context.ts";
import { markSeen } from "../../store/kiosks.ts";
import type { KioskEnv } from "./env.ts";

/** A screen tells that it lives; whoever looks after its machine asks when it last did. */
export function pulseRoutes(ctx: Context): Hono<KioskEnv> {
  const routes = new Hono<KioskEnv>();
  routes.get("/", (c) =>
    c.json({
      mayAct: c.var.frame.mayAct,
      silentSeconds: secondsSince(c.var.kiosk?.seenAt ?? null, ctx.now()),
    }),
  );
  routes.post("/", async (c) => {
    const { kiosk } = c.var;
    if (!kiosk) return c.text("unknown");
    const now = ctx.now();
    await markSeen(ctx.db, kiosk.id, now, new Date(now.getTime() - PULSE_MS));
    return c.text(kiosk.outOfOrderAt ? "out of order" : "usual");
  });
  return routes;
}
