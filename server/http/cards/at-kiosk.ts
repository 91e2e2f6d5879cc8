import { getConnInfo } from "@hono/node-server/conninfo";
import { zValidator } from "@hono/zod-validator";
import { Hono, type Context as Request } from "hono";
import { bodyLimit } from "hono/body-limit";
import { csrf } from "hono/csrf";
import { z } from "zod";
import { type DeskFacts, deskPage, slipPage } from "#kiosk/card/desk.ts";
import { cardPage, type Said } from "#kiosk/card/page.ts";
import { findSeen } from "../../actions/cards/find-seen.ts";
import { viewCard } from "../../actions/cards/view-card.ts";
import { finishSlip, viewSlip } from "../../actions/cards/view-slip.ts";
import type { Booted, Context } from "../../context.ts";
import {
  BackForm,
  ClaimForm,
  FillForm,
  type InHand,
  pressBack,
  pressClaim,
  pressDone,
  pressFill,
  pressPassed,
} from "./buttons.ts";
import { cardFacts, languageOf, queryOf } from "./facts.ts";

const MOST_BYTES = 4096;
const PATH = "/kiosk/card";
const Seen = z.object({ seen: z.string().trim().min(1).max(200) });
type Found = Awaited<ReturnType<typeof findSeen>>;

/** Cards and slips at the touchscreen: scanned, or typed by their digits. It acts from this machine only. */
export function kioskCardRoutes({ ctx }: Pick<Booted, "ctx">): Hono {
  const routes = new Hono();
  routes.use(bodyLimit({ maxSize: MOST_BYTES, onError: (c) => c.text("Too large.", 413) }), csrf());
  routes.get("/", (c) => showDesk(ctx, c, null));
  routes.use(async (c, next) => (isThisMachine(c) ? next() : showDesk(ctx, c, "not-here")));
  const seen = zValidator("form", Seen);
  routes.post("/", seen, (c) => press(ctx, c, c.req.valid("form").seen, null));
  routes.post("/claim", seen, zValidator("form", ClaimForm), (c) =>
    press(ctx, c, c.req.valid("form").seen, (card) => pressClaim(ctx, card, c.req.valid("form"))),
  );
  routes.post("/fill", seen, zValidator("form", FillForm), (c) =>
    press(ctx, c, c.req.valid("form").seen, (card) => pressFill(ctx, card, c.req.valid("form"))),
  );
  routes.post("/back", seen, zValidator("form", BackForm), (c) =>
    press(ctx, c, c.req.valid("form").seen, (card) => pressBack(ctx, card, c.req.valid("form"))),
  );
  routes.post("/done", seen, (c) => press(ctx, c, c.req.valid("form").seen, (card) => pressDone(ctx, card)));
  routes.post("/passed", seen, (c) =>
    press(ctx, c, c.req.valid("form").seen, (card) => pressPassed(ctx, card)),
  );
  routes.post("/met", seen, async (c) => {
    const found = await find(ctx, c.req.valid("form").seen);
    if (found.kind !== "slip") return showDesk(ctx, c, found.kind === "card" ? "isOver" : found.kind);
    return showDesk(ctx, c, (await finishSlip(ctx, found.postId, "kiosk")) ? "isMet" : "isOver");
  });
  routes.post("/pending", seen, zValidator("form", ClaimForm), async (c) => {
    const found = await find(ctx, c.req.valid("form").seen);
    if (found.kind !== "card") return c.json({ what: "refused" });
    const card = { cardId: found.card.id, language: languageOf(ctx, c), door: "kiosk" } as const;
    const said = await pressClaim(ctx, card, c.req.valid("form"));
    return c.json(said ?? { what: "refused" });
  });
  return routes;
}

/** A screen elsewhere acts once an organizer has paired it, which is not there yet. */
function isThisMachine(c: Request): boolean {
  const address = getConnInfo(c).remote.address ?? "";
  const isLocal = /^(?:127\.|::1$|::ffff:127\.)/.test(address);
  return isLocal && c.req.header("x-forwarded-for") === undefined;
}

function find(ctx: Context, seen: string): Promise<Found> {
  return findSeen(ctx, seen, { kind: "screen", name: "this machine" });
}

async function press(
  ctx: Context,
  c: Request,
  seen: string,
  act: ((card: InHand) => Promise<Said | null>) | null,
): Promise<Response> {
  const found = await find(ctx, seen);
  c.header("cache-control", "no-store");
  if (found.kind === "slip") return showSlip(ctx, c, seen, found.postId);
  if (found.kind !== "card") return showDesk(ctx, c, found.kind);
  const [language, query] = [languageOf(ctx, c), queryOf(ctx, c)];
  const said = act && (await act({ cardId: found.card.id, language, door: "kiosk" }));
  const view = await viewCard(ctx, found.card.id);
  return c.html(
    cardPage(await cardFacts(ctx, view, { path: PATH, again: PATH, seen, query, language, said })),
  );
}

async function showSlip(ctx: Context, c: Request, seen: string, postId: number): Promise<Response> {
  const view = await viewSlip(ctx, postId);
  if (!view) return showDesk(ctx, c, "nothing");
  const { post, ...rest } = view;
  const frame = { nodeName: ctx.config.nodeName, language: languageOf(ctx, c), query: queryOf(ctx, c) };
  return c.html(slipPage({ ...frame, ...rest, seen, number: post.number, words: post.words }));
}

function showDesk(ctx: Context, c: Request, said: DeskFacts["said"]) {
  const frame = { nodeName: ctx.config.nodeName, language: languageOf(ctx, c), query: queryOf(ctx, c) };
  return c.html(deskPage({ ...frame, said }), said === "not-here" ? 403 : 200);
}
