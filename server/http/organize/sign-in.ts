import { zValidator } from "@hono/zod-validator";
import { Hono } from "hono";
import { z } from "zod";
import { codePage, linkPage, signInPage } from "#kiosk/organize/sign-in.ts";
import { LANGUAGES } from "#server/domain/language.ts";
import { askForCode, enterByCode, enterByLink } from "../../actions/try-the-door.ts";
import type { Context } from "../../context.ts";
import { haltedCodes } from "../../store/senders.ts";
import { addressOf, closeBrowser, openBrowser, readLanguage, rememberLanguage } from "./session.ts";

const Phone = z.object({ phone: z.string().max(40) });
const Code = Phone.extend({ code: z.string().max(20) });

/** The door of the console: a one-time code by text, or a one-time link from the command line. */
export function signInRoutes(ctx: Context): Hono {
  const routes = new Hono();
  const facts = (c: Parameters<typeof readLanguage>[1]) => ({
    nodeName: ctx.config.nodeName,
    language: readLanguage(ctx, c),
  });

  const isHalted = async () => (await haltedCodes(ctx.db)).length > 0;

  routes.get("/sign-in", (c) => c.html(signInPage({ ...facts(c), refused: null })));

  routes.post("/sign-in", zValidator("form", Phone), async (c) => {
    const { phone } = c.req.valid("form");
    if (!(await askForCode(ctx, phone))) return c.html(signInPage({ ...facts(c), refused: "tooMany" }), 429);
    return c.html(codePage({ ...facts(c), phone, refused: null, halted: await isHalted() }));
  });

  routes.post("/sign-in/code", zValidator("form", Code), async (c) => {
    const { phone, code } = c.req.valid("form");
    const entered = await enterByCode(ctx, { phone, code, address: addressOf(ctx, c) });
    if (!entered.ok) {
      const [refused, status] =
        entered.refusal === "wrong" ? (["wrongCode", 403] as const) : (["tooMany", 429] as const);
      return c.html(codePage({ ...facts(c), phone, refused, halted: await isHalted() }), status);
    }
    openBrowser(c, entered.token);
    return c.redirect("/organize", 303);
  });

  // A link's page changes nothing: a preview of the address must not use it up.
  routes.get("/sign-in/:token", (c) => c.html(linkPage({ ...facts(c), token: c.req.param("token") })));

  routes.post("/sign-in/:token", async (c) => {
    const entered = await enterByLink(ctx, { token: c.req.param("token"), address: addressOf(ctx, c) });
    if (!entered.ok) {
      const refused = entered.refusal === "wrong" ? "oldLink" : "tooMany";
      return c.html(signInPage({ ...facts(c), refused }), 403);
    }
    openBrowser(c, entered.token);
    return c.redirect("/organize", 303);
  });

  routes.post("/sign-out", async (c) => {
    await closeBrowser(ctx, c);
    return c.redirect("/organize/sign-in", 303);
  });

  routes.post("/language", zValidator("form", z.object({ language: z.enum(LANGUAGES) })), (c) => {
    rememberLanguage(c, c.req.valid("form").language);
    return c.redirect("/organize", 303);
  });

  return routes;
}
