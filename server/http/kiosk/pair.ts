import { Hono } from "hono";
import { z } from "zod";
import { codePage, enteredPage, pairedPage, pairPage } from "#kiosk/devices/pair.ts";
import { spokenPairCode } from "#server/domain/kiosk.ts";
import { askToAct } from "../../actions/kiosks/ask-to-act.ts";
import type { Context } from "../../context.ts";
import { kioskByToken } from "../../store/kiosks.ts";
import { addressOf } from "../organize/session.ts";
import { type KioskEnv, rememberToken, tokenOf } from "./env.ts";

/** A screen asks to act: it gets a token to keep and a code to show. A launcher asks for JSON. */
export function pairRoutes(ctx: Context): Hono<KioskEnv> {
  const routes = new Hono<KioskEnv>();
  routes.get("/", (c) => {
    const { frame } = c.var;
    return c.html(frame.mayAct ? pairedPage(frame) : pairPage(frame, null));
  });
  routes.post("/", async (c) => {
    const { frame } = c.var;
    const forProgram = c.req.header("accept") === "application/json";
    if (frame.mayAct && !forProgram) return c.html(pairedPage(frame));
    const asked = await askToAct(ctx, { address: addressOf(ctx, c), before: tokenOf(c) });
    if (!asked.ok)
      return forProgram ? c.json({ refusal: asked.refusal }, 429) : c.html(pairPage(frame, "tooMany"), 429);
    rememberToken(c, asked.token);
    const code = spokenPairCode(asked.code);
    return forProgram ? c.json({ code }) : c.html(codePage(frame, code));
  });
  return routes;
}

const Token = z.object({ token: z.string().min(1).max(100) });

/**
 * A machine's launcher hands over its token, from a page on its own disk: the token is the proof, wherever the page is.
 * It stands in no address and in no command line.
 */
export function enterRoutes(ctx: Context): Hono<KioskEnv> {
  const routes = new Hono<KioskEnv>();
  routes.post("/", async (c) => {
    const read = Token.safeParse(await c.req.parseBody());
    const token = read.success ? read.data.token : null;
    const kiosk = token && (await kioskByToken(ctx.db, ctx.vault.hash("kiosk", token)));
    if (!token || !kiosk) return c.html(pairPage(c.var.frame, "refused"), 403);
    rememberToken(c, token);
    return c.html(enteredPage());
  });
  return routes;
}
