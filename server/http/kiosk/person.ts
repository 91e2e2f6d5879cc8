import { Hono } from "hono";
import { personPage } from "#kiosk/person/page.ts";
import { readableNumber } from "#kiosk/readable-number.ts";
import { callPerson } from "../../actions/call-person.ts";
import type { Context } from "../../context.ts";
import type { KioskEnv, KioskRequest } from "./env.ts";

/** Ask a person: who to go to, and a call for somebody to come. */
export function personRoutes(ctx: Context): Hono<KioskEnv> {
  const routes = new Hono<KioskEnv>();
  routes.get("/", (c) => show(ctx, c, false));
  routes.post("/", async (c) => {
    if (c.var.kiosk) await callPerson(ctx, c.var.kiosk.id);
    return show(ctx, c, true);
  });
  return routes;
}

function show(ctx: Context, c: KioskRequest, isCalled: boolean) {
  const { helpContact, emergencyText } = ctx.config;
  const number = readableNumber(ctx.carrier.sender);
  return c.html(personPage({ frame: c.var.frame, helpContact, emergencyText, number, isCalled }));
}
