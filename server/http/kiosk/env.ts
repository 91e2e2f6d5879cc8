import { getConnInfo } from "@hono/node-server/conninfo";
import type { Context as Request } from "hono";
import { getCookie, setCookie } from "hono/cookie";
import { createMiddleware } from "hono/factory";
import { outOfOrderPage } from "#kiosk/devices/out-of-order.ts";
import { readOnlyPage } from "#kiosk/devices/read-only.ts";
import type { Frame } from "#kiosk/shell/screen.ts";
import { LANGUAGES } from "#server/domain/language.ts";
import { clockOf, isNight } from "#server/domain/wall-clock.ts";
import type { Context } from "../../context.ts";
import { type Kiosk, kioskByToken, kioskHere } from "../../store/kiosks.ts";
import { languageOf } from "../cards/facts.ts";
import { isThisMachine } from "../organize/client-address.ts";
import { isEncrypted } from "../organize/session.ts";

/** What every page of a touchscreen knows of its request. */
export type KioskEnv = { Variables: { kiosk: Kiosk | null; frame: Frame } };
export type KioskRequest = Request<KioskEnv>;

const KIOSK_COOKIE = "giftline_kiosk";
/** As long as browsers keep one. */
const COOKIE_SECONDS = 400 * 24 * 3600;

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
  return c.html(readOnlyPage(c.var.frame), 403);
});

/** A screen that is out of order shows nothing else; the style of its size is part of that. */
export function unlessOutOfOrder(ctx: Context) {
  return createMiddleware<KioskEnv>(async (c, next) => {
    if (!c.var.kiosk?.outOfOrderAt || c.req.path.endsWith("/size.css")) return next();
    return c.html(outOfOrderPage(c.var.frame, LANGUAGES, ctx.config.helpContact));
  });
}

/** What a screen proves itself with; null: it has nothing. */
export function tokenOf(c: Request): string | null {
  return getCookie(c, KIOSK_COOKIE) ?? null;
}

/** Read by the kiosk's routes alone, whatever else lies on this server. */
export function rememberToken(c: Request, token: string): void {
  setCookie(c, KIOSK_COOKIE, token, {
    path: "/kiosk",
    httpOnly: true,
    sameSite: "Strict",
    secure: isEncrypted(c),
    maxAge: COOKIE_SECONDS,
  });
}

async function kioskOf(ctx: Context, c: Request): Promise<Kiosk | null> {
  if (isThisMachine(getConnInfo(c).remote.address, (name) => c.req.header(name))) return kioskHere(ctx.db);
  const token = tokenOf(c);
  return token ? kioskByToken(ctx.db, ctx.vault.hash("kiosk", token)) : null;
}

/** The frame of a page for whichever screen asks, when not even that is known. */
export function plainFrame(ctx: Context, c: Request): Frame {
  return frameOf(ctx, c, null);
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
    isNight: isNight(clockOf(ctx.now(), ctx.config.timeZone)),
    self: c.req.method === "GET" ? pathname + (query === "" ? "" : `?${query}`) : pathname,
  };
}
