import { Hono } from "hono";
import { z } from "zod";
import { type BoardFacts, boardPage, type Sort, sortsPage } from "#kiosk/board/page.ts";
import { partsOf } from "#kiosk/board/parts-of.ts";
import { notOpenPage, piecesPage, postPage, reachPage } from "#kiosk/board/post.ts";
import { donePage, notDonePage } from "#kiosk/posts/done.ts";
import { spokenCode } from "#server/domain/card-code.ts";
import { Wish } from "#server/domain/wish.ts";
import { takeWithoutPhone } from "../../actions/kiosk/act-without-phone.ts";
import type { Context } from "../../context.ts";
import { type BoardPost, boardPost, boardPosts } from "../../store/board.ts";
import { form } from "../cards/buttons.ts";
import type { KioskEnv, KioskRequest } from "./env.ts";
import { kioskIdOf, Nonce, newNonce } from "./pressed.ts";
import { shownWhen } from "./when.ts";

const ON_A_PAGE = 4;
/** As many letters of a post as a 7 inch screen shows at once. */
const LETTERS_AT_ONCE = 110;
const Id = z.coerce.number().int().positive().max(2_147_483_647).nullable().catch(null);
const Take = Wish.options[2].extend({ nonce: Nonce });

/** What people need and give, for everybody to look at; who is touched by a post helps with it or asks for it. */
export function boardRoutes(ctx: Context): Hono<KioskEnv> {
  const routes = new Hono<KioskEnv>();
  routes.get("/", (c) => c.html(sortsPage(c.var.frame)));
  routes.get("/:sort{all|need|gift}", async (c) => {
    const sort = z.enum(["all", "need", "gift"]).parse(c.req.param("sort"));
    const older = Id.parse(c.req.query("older"));
    const newer = Id.parse(c.req.query("newer"));
    return c.html(boardPage({ frame: c.var.frame, ...(await page(ctx, sort, { older, newer })) }));
  });
  routes.get("/post/:id{[0-9]+}", (c) => withPost(ctx, c, (post) => showPost(ctx, c, post)));
  routes.get("/post/:id{[0-9]+}/take", (c) => withPost(ctx, c, (post) => showTake(c, post)));
  routes.post("/take", form(Take), (c) => take(ctx, c, c.req.valid("form")));
  return routes;
}

/** One more than a page is asked for, to know whether it goes on. */
async function page(
  ctx: Context,
  sort: Sort,
  { older, newer }: { readonly older: number | null; readonly newer: number | null },
): Promise<Omit<BoardFacts, "frame">> {
  const kind = sort === "all" ? null : sort;
  const from = newer === null ? { olderThan: older } : { newerThan: newer };
  const found = await boardPosts(ctx.db, { kind, most: ON_A_PAGE + 1, now: ctx.now(), ...from });
  const goesOn = found.length > ON_A_PAGE;
  const posts = newer === null ? found.slice(0, ON_A_PAGE) : found.slice(-ON_A_PAGE);
  const [first, last] = [posts.at(0), posts.at(-1)];
  const hasNewer = newer === null ? older !== null : goesOn;
  const hasOlder = newer === null ? goesOn : true;
  return {
    sort,
    posts,
    newer: hasNewer && first ? `?newer=${first.id}` : null,
    older: hasOlder && last ? `?older=${last.id}` : null,
  };
}

/** A post that is shown to everybody; what is hidden, kept off or over looks as if it were not there. */
async function withPost(
  ctx: Context,
  c: KioskRequest,
  show: (post: BoardPost) => Response | Promise<Response>,
): Promise<Response> {
  const id = Id.parse(c.req.param("id"));
  const post = id === null ? null : await boardPost(ctx.db, id, ctx.now());
  return post ? show(post) : c.html(notOpenPage(c.var.frame));
}

function showPost(ctx: Context, c: KioskRequest, { id, kind, number, words, until }: BoardPost) {
  const { frame } = c.var;
  const parts = partsOf(words, LETTERS_AT_ONCE);
  const at = Math.min(Id.parse(c.req.query("part")) ?? 1, parts.length);
  return c.html(
    postPage({
      frame,
      id,
      kind,
      number,
      part: parts[at - 1] ?? "",
      nextPart: at < parts.length ? at + 1 : null,
      until: until && shownWhen(ctx, frame.language, until),
    }),
  );
}

function showTake(c: KioskRequest, { id, kind, quantity }: BoardPost) {
  const { frame } = c.var;
  const pieces = Id.parse(c.req.query("pieces"));
  if (!frame.mayAct) return c.html(notOpenPage(frame));
  if (quantity !== null && quantity > 1 && pieces === null)
    return c.html(piecesPage(frame, { id, kind, left: quantity }));
  return c.html(
    reachPage({ frame, id, pieces: quantity === null ? null : (pieces ?? 1), nonce: newNonce() }),
  );
}

async function take(ctx: Context, c: KioskRequest, said: z.infer<typeof Take>) {
  const { post: postId, pieces, nonce } = said;
  const { frame } = c.var;
  const presser = { kioskId: kioskIdOf(c), language: frame.language, nonce, made: null };
  const pressed = await takeWithoutPhone(ctx, presser, { postId, pieces });
  if (!pressed.ok) return c.html(notDonePage(frame, pressed.refusal === "too-many" ? "too-many" : "gone"));
  const { post, slip, helpsWith } = pressed;
  const what = helpsWith === null ? "asks" : "helps";
  return c.html(
    donePage({ frame, what, number: helpsWith ?? post.number, words: post.words, slip: spokenCode(slip) }),
  );
}
