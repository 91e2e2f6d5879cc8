import { zValidator } from "@hono/zod-validator";
import { Hono } from "hono";
import { z } from "zod";
import { POSTS_NEWS, type PostsSaid, postsPage } from "#kiosk/organize/posts.ts";
import { mayAny } from "#server/domain/role.ts";
import { hidePost, showOnBoard } from "../../actions/hide-post.ts";
import { introduceTwo } from "../../actions/introduce-two.ts";
import type { Context } from "../../context.ts";
import { listedPosts, matchesOfPosts } from "../../store/board.ts";
import { frameOf } from "./frame.ts";
import { shownPosts } from "./posts-shown.ts";
import { RowId } from "./row-id.ts";
import { allows, type OrganizeEnv, type OrganizeRequest } from "./session.ts";

const Id = z.object({ id: RowId });
const Pair = z.object({ need: RowId, gift: RowId });
const Filter = z.object({
  kind: z.enum(["need", "gift", ""]).catch(""),
  word: z.string().trim().max(60).catch(""),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
  said: z.enum(POSTS_NEWS).nullable().catch(null),
});
type Filter = z.infer<typeof Filter>;

const A_PAGE = 20;
const MATCHES = 5;

/** Open needs and gifts with what the matcher found for them; who may, mends what it cannot know. */
export function postRoutes(ctx: Context): Hono<OrganizeEnv> {
  const routes = new Hono<OrganizeEnv>();
  routes.use(allows("see-posts"));

  routes.get("/", zValidator("query", Filter), (c) => {
    const filter = c.req.valid("query");
    return show(ctx, c, filter, filter.said);
  });

  const mends = allows("mend-posts");
  const query = zValidator("query", Filter);

  routes.post("/introduce", mends, query, zValidator("form", Pair), async (c) => {
    const { need, gift } = c.req.valid("form");
    return done(
      ctx,
      c,
      c.req.valid("query"),
      await introduceTwo(ctx, c.var.actor, { needId: need, giftId: gift }),
    );
  });

  for (const [path, hide] of [
    ["hide", true],
    ["show", false],
  ] as const) {
    routes.post(`/:id/${path}`, mends, query, zValidator("param", Id), async (c) => {
      const changed = await hidePost(ctx, c.var.actor, c.req.valid("param").id, hide);
      return done(ctx, c, c.req.valid("query"), changed ? (hide ? "hiddenNow" : "shownNow") : "gone");
    });
  }

  for (const [path, onBoard] of [
    ["board", true],
    ["off-board", false],
  ] as const) {
    routes.post(`/:id/${path}`, mends, query, zValidator("param", Id), async (c) => {
      const changed = await showOnBoard(ctx, c.var.actor, c.req.valid("param").id, onBoard);
      return done(ctx, c, c.req.valid("query"), changed ? (onBoard ? "boardNow" : "offBoardNow") : "gone");
    });
  }

  return routes;
}

function done(ctx: Context, c: OrganizeRequest, filter: Filter, said: NonNullable<PostsSaid>) {
  if (!POSTS_NEWS.some((each) => each === said)) return show(ctx, c, filter, said);
  const back = new URLSearchParams({
    kind: filter.kind,
    word: filter.word,
    page: String(filter.page),
    said,
  });
  return c.redirect(`/organize/posts?${back}`, 303);
}

async function show(ctx: Context, c: OrganizeRequest, { kind, word, page }: Filter, said: PostsSaid) {
  const of = { kind: kind === "" ? null : kind, word, from: (page - 1) * A_PAGE, most: A_PAGE };
  const rows = await listedPosts(ctx.db, of);
  const ids = rows.map((row) => row.id);
  const matches = await matchesOfPosts(ctx.db, ids, { most: MATCHES, now: ctx.now() });
  const shown = postsPage({
    frame: frameOf(ctx, c),
    posts: shownPosts(ctx, c, rows, matches),
    kind: of.kind,
    word,
    page,
    pages: Math.max(1, Math.ceil((rows[0]?.all ?? 0) / A_PAGE)),
    mayMend: mayAny(c.var.actor, "mend-posts"),
    said,
  });
  return c.html(shown, said === null || POSTS_NEWS.some((each) => each === said) ? 200 : 409);
}
