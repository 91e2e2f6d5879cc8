import { getConnInfo } from "@hono/node-server/conninfo";
import type { MiddlewareHandler } from "hono";
import { RateLimiterMemory } from "rate-limiter-flexible";
import type { Context } from "../context.ts";
import { clientAddress, isThisMachine, networkOf } from "./organize/client-address.ts";

/** Of one address in a minute. Many people may share one: a camp's network has one to the outside. */
const MOST_REQUESTS = 1_200;
const MOST_FORMS = 180;
const WITHIN_SECONDS = 60;
/** Twilio cannot be told to come later; styles and scripts cost nothing; who watches us must always see. */
const FREE = /^\/(?:twilio|assets)\/|^\/(?:healthz|readyz)$/;
const SORRY = "Too many at once. Wait a minute and try again. · Demasiado a la vez. Espera un minuto.\n";

/** The outermost limit, kept in this process alone. What this machine itself asks, the touchscreen first of all, has none. */
export function notTooManyAtOnce({ metrics }: Pick<Context, "metrics">): MiddlewareHandler {
  const counter = (points: number) => new RateLimiterMemory({ points, duration: WITHIN_SECONDS });
  const requests = counter(MOST_REQUESTS);
  const forms = counter(MOST_FORMS);
  return async (c, next) => {
    if (FREE.test(c.req.path)) return next();
    const { address } = getConnInfo(c).remote;
    if (isThisMachine(address, (name) => c.req.header(name))) return next();
    const key = networkOf(clientAddress(address, c.req.header("x-forwarded-for")));
    const isForm = c.req.method !== "GET" && c.req.method !== "HEAD";
    const isOver = (await isUsedUp(requests, key)) || (isForm && (await isUsedUp(forms, key)));
    if (!isOver) return next();
    metrics.overLimit.inc();
    return c.text(SORRY, 429, { "retry-after": String(WITHIN_SECONDS) });
  };
}

async function isUsedUp(counter: RateLimiterMemory, key: string): Promise<boolean> {
  const { consumedPoints } = await counter.penalty(key);
  return consumedPoints > counter.points;
}
