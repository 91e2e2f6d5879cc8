import { zValidator } from "@hono/zod-validator";
import { Hono } from "hono";
import { z } from "zod";
import type { Answered } from "#kiosk/groups/answered.ts";
import { allPage, foundPage, namedPage } from "#kiosk/groups/found.ts";
import { companyPage, likesPage, timePage } from "#kiosk/groups/questions.ts";
import { nothingPage, startPage, wordPage } from "#kiosk/groups/ways-on.ts";
import { type GroupFinder, groupFinder } from "../../actions/suggest-groups.ts";
import type { Context } from "../../context.ts";
import type { KioskEnv, KioskRequest } from "./env.ts";
import { groupRoutes } from "./group.ts";
import { Answers, Page, wishOf } from "./group-query.ts";
import { cardOf } from "./group-shown.ts";
import { pageOf } from "./page-of.ts";

/** Of six tiles, one leads on where there are more. */
const INTERESTS_A_PAGE = 5;
const GROUPS_A_PAGE = 3;
const MOST_FOUND = 3;
const Word = z.object({ word: z.string().trim().min(1).max(60) });

/** Find my group: three questions, a word of one's own, or the whole list. */
export function groupsRoutes(ctx: Context): Hono<KioskEnv> {
  const routes = new Hono<KioskEnv>();
  const finder = groupFinder(ctx);

  routes.get("/", zValidator("query", Page), async (c) => {
    const { page } = c.req.valid("query");
    const { part, pages } = pageOf(await finder.interests(), page, INTERESTS_A_PAGE);
    return c.html(
      likesPage({ frame: c.var.frame, interests: part, nextPage: pages > 1 ? (page + 1) % pages : null }),
    );
  });

  routes.route("/", questionRoutes(ctx, finder));
  routes.get("/all", zValidator("query", Page), async (c) => {
    const { frame } = c.var;
    const { page } = c.req.valid("query");
    const { part, pages, at } = pageOf(await finder.all(), page, GROUPS_A_PAGE);
    const shown = part.map((group) => cardOf(ctx, frame.language, group, { from: "all", page: at }));
    return c.html(allPage({ frame, shown, page: at, pages }));
  });

  routes.get("/word", (c) => c.html(wordPage(c.var.frame)));
  routes.post("/word", async (c) => {
    const { frame } = c.var;
    const read = Word.safeParse(await c.req.parseBody());
    if (!read.success) return c.html(wordPage(frame), 400);
    const found = (await finder.named(read.data.word)).slice(0, MOST_FOUND);
    const shown = found.map((group) => cardOf(ctx, frame.language, group, { from: "word" }));
    return c.html(namedPage({ frame, typed: read.data.word, shown }));
  });

  routes.get("/nothing", (c) => c.html(nothingPage(c.var.frame)));
  routes.get("/start", (c) => c.html(startPage(c.var.frame, ctx.config.helpContact)));
  routes.route("/", groupRoutes(ctx, finder));
  return routes;
}

/** The second and the third question, each with the best group so far, and the three groups that fit best. */
function questionRoutes(ctx: Context, finder: GroupFinder): Hono<KioskEnv> {
  const routes = new Hono<KioskEnv>();
  const question = async (c: KioskRequest, answered: Answered) => {
    const [best] = await finder.suggest(wishOf(answered));
    const from = answered.time === null ? "time" : "company";
    return {
      frame: c.var.frame,
      answered,
      best: best ? cardOf(ctx, c.var.frame.language, best, { answered, from }) : null,
    };
  };
  routes.get("/time", zValidator("query", Answers), async (c) => {
    const { interest } = c.req.valid("query");
    return c.html(timePage(await question(c, { interest, time: null, company: null })));
  });
  routes.get("/company", zValidator("query", Answers), async (c) => {
    const { interest, time } = c.req.valid("query");
    return c.html(companyPage(await question(c, { interest, time: time ?? "any", company: null })));
  });
  routes.get("/found", zValidator("query", Answers), async (c) => {
    const { frame } = c.var;
    const answered = c.req.valid("query");
    const best = (await finder.suggest(wishOf(answered))).slice(0, MOST_FOUND);
    const shown = best.map((group) => cardOf(ctx, frame.language, group, { answered, from: "found" }));
    return c.html(foundPage({ frame, answered, shown }));
  });
  return routes;
}
