import { getConnInfo } from "@hono/node-server/conninfo";
import type { Context as Request } from "hono";
import { getCookie } from "hono/cookie";
import { createMiddleware } from "hono/factory";
import type { Frame } from "#kiosk/shell/screen.ts";
import type { Context } from "../../context.ts";
import { type Kiosk, kioskByToken, kioskHere } from "../../store/kiosks.ts";
import { languageOf } from "../cards/facts.ts";

/** What every page of a touchscreen knows of its request. */
export type KioskEnv = { Variables: { kiosk: Kiosk | null; frame: Frame } };
export type KioskRequest = Request<KioskEnv>;

export const KIOSK_COOKIE = "giftline_kiosk";

/** Finds which screen asks. Anybody may look; only a screen that an organizer has let may act. */
export function atKiosk(ctx: Context) {
  return createMiddleware<KioskEnv>(async (c, next) => {
    const kiosk = await kioskOf(ctx, c);
    c.set("kiosk", kiosk);
    c.set("frame", frameOf(ctx, c, kiosk));
    c.header("cache-control", "no-store");
    return next();
  });
}

/** Turns away what would change something, from a screen that may only be read. */
export const actsOnly = createMiddleware<KioskEnv>(async (c, next) => {
  if (c.req.method === "GET" || c.var.frame.mayAct) return next();
  return c.text("This screen may only be read. An organizer can let it act.", 403);
});

export async function kioskOf(ctx: Context, c: Request): Promise<Kiosk | null> {
  if (isThisMachine(c)) return kioskHere(ctx.db);
  const token = getCookie(c, KIOSK_COOKIE);
  return token ? kioskByToken(ctx.db, ctx.vault.hash("kiosk", token)) : null;
}

function isThisMachine(c: Request): boolean {
  const address = getConnInfo(c).remote.address ?? "";
  const isLocal = /^(?:127\.|::1$|::ffff:127\.)/.test(address);
  return isLocal && c.req.header("x-forwarded-for") === undefined;
}

function frameOf(ctx: Context, c: Request, kiosk: Kiosk | null): Frame {
  const { pathname, searchParams } = new URL(c.req.url);
  searchParams.delete("lang");
  const query = searchParams.toString();
  return {
    nodeName: ctx.config.nodeName,
    language: languageOf(ctx, c),
    printsBy: kiosk?.printer ? "network" : "browser",
    mayAct: kiosk?.approvedAt !== null && kiosk !== null,
    self: c.req.method === "GET" ? pathname + (query === "" ? "" : `?${query}`) : pathname,
  };
}
