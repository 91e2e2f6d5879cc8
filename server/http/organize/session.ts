import { getConnInfo } from "@hono/node-server/conninfo";
import type { MiddlewareHandler, Context as Request } from "hono";
import { deleteCookie, getCookie, setCookie } from "hono/cookie";
import { createMiddleware } from "hono/factory";
import { isLanguage, type Language } from "#server/domain/language.ts";
import { type Act, type Actor, mayAny } from "#server/domain/role.ts";
import { SESSION_MS } from "#server/domain/sign-in.ts";
import type { Context } from "../../context.ts";
import { actorOf } from "../../store/roles.ts";
import { endSession, sessionOf } from "../../store/sessions.ts";
import { clientAddress, networkOf } from "./client-address.ts";
import { turnedAway } from "./refusals.ts";

/** What every page of the console knows of its request. */
export type OrganizeEnv = { Variables: { actor: Actor; language: Language; nodeName: string } };
export type OrganizeRequest = Request<OrganizeEnv>;

const COOKIE = "giftline_session";
const LANGUAGE_COOKIE = "giftline_language";

/** Where and in which language every page is shown, also to who is not signed in. */
export function framed(ctx: Context): MiddlewareHandler<OrganizeEnv> {
  return createMiddleware<OrganizeEnv>(async (c, next) => {
    c.set("nodeName", ctx.config.nodeName);
    c.set("language", readLanguage(ctx, c));
    return next();
  });
}

/** Lets in whoever holds a role at this moment; all others are sent to sign in. */
export function signedIn(ctx: Context): MiddlewareHandler<OrganizeEnv> {
  return createMiddleware<OrganizeEnv>(async (c, next) => {
    const token = getCookie(c, COOKIE);
    const session = token ? await sessionOf(ctx.db, ctx.vault.hash("session", token), ctx.now()) : null;
    const actor = session && (await actorOf(ctx.db, session.personId, ctx.now()));
    if (!session || !actor) return c.redirect("/organize/sign-in", 303);
    c.set("actor", actor);
    c.set("language", readLanguage(ctx, c, session.language));
    c.header("cache-control", "no-store");
    return next();
  });
}

/** Lets through whoever may do at least something of the kind; the action decides about the thing itself. */
export function allows(act: Act): MiddlewareHandler<OrganizeEnv> {
  return createMiddleware<OrganizeEnv>(async (c, next) => {
    if (!mayAny(c.var.actor, act)) return turnedAway(c, "not-yours");
    return next();
  });
}

export function openBrowser(c: Request, token: string): void {
  setCookie(c, COOKIE, token, {
    path: "/organize",
    httpOnly: true,
    sameSite: "Strict",
    secure: isEncrypted(c),
    maxAge: SESSION_MS / 1000,
  });
}

export async function closeBrowser(ctx: Context, c: Request): Promise<void> {
  const token = getCookie(c, COOKIE);
  if (token) await endSession(ctx.db, ctx.vault.hash("session", token));
  deleteCookie(c, COOKIE, { path: "/organize" });
}

/** Behind a proxy that ends TLS the request says so itself. */
export function isEncrypted(c: Request): boolean {
  return new URL(c.req.url).protocol === "https:" || c.req.header("x-forwarded-proto") === "https";
}

/** As chosen on the page, else the person's own, else the browser's, else the camp's. */
export function readLanguage(ctx: Context, c: Request, own: string | null = null): Language {
  const wished = [getCookie(c, LANGUAGE_COOKIE), own, c.req.header("accept-language")?.slice(0, 2)];
  return (
    (wished.find((each) => isLanguage(each ?? null)) as Language | undefined) ?? ctx.config.defaultLanguage
  );
}

export function rememberLanguage(c: Request, language: Language): void {
  setCookie(c, LANGUAGE_COOKIE, language, { path: "/organize", sameSite: "Strict", maxAge: 365 * 24 * 3600 });
}

/** Who asks, as far as limits go: a keyed hash, so that no address is kept. */
export function addressOf(ctx: Context, c: Request): string {
  const address = networkOf(clientAddress(getConnInfo(c).remote.address, c.req.header("x-forwarded-for")));
  return Buffer.from(ctx.vault.hash("address", address)).toString("base64url");
}
