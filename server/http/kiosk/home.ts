import { Hono } from "hono";
import { attractPage } from "#kiosk/home/attract.ts";
import { doorsPage, languagePage } from "#kiosk/home/doors.ts";
import { sizeSheet } from "#kiosk/shell/size.ts";
import { LANGUAGES, type Language } from "#server/domain/language.ts";
import type { Context } from "../../context.ts";
import { nextForEverybody } from "../../store/gatherings.ts";
import { openPostCounts } from "../../store/posts.ts";
import type { KioskEnv } from "./env.ts";
import { shownWhen } from "./when.ts";

/** What stands there while nobody does, the language, the doors, and how big a millimetre is. */
export function homeRoutes(ctx: Context): Hono<KioskEnv> {
  const routes = new Hono<KioskEnv>();
  routes.get("/", async (c) => {
    const { needs } = await openPostCounts(ctx.db);
    const next = await nextForEverybody(ctx.db, ctx.now());
    return c.html(
      await attractPage({
        frame: c.var.frame,
        languages: LANGUAGES,
        number: ctx.carrier.sender,
        needs,
        next: next && { ...next, when: whenIn(ctx, next.startsAt) },
      }),
    );
  });
  routes.get("/language", (c) => c.html(languagePage(c.var.frame, LANGUAGES)));
  routes.get("/doors", (c) => c.html(doorsPage(c.var.frame)));
  routes.get("/size.css", (c) => {
    c.header("content-type", "text/css; charset=utf-8");
    return c.body(sizeSheet(c.var.kiosk?.pixelsPerMm ?? null));
  });
  return routes;
}

function whenIn(ctx: Context, at: Date): Readonly<Record<Language, string>> {
  return { en: shownWhen(ctx, "en", at), es: shownWhen(ctx, "es", at) };
}
