import { getConnInfo } from "@hono/node-server/conninfo";
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
  form,
  type InHand,
  pressBack,
  pressClaim,
  pressDone,
  pressFill,
  pressPassed,
} from "./buttons.ts";
import { cardFacts, languageOf, queryOf } from "./facts.ts";

const MOST_BYTES = 4096;
export const DESK_PATH = "/kiosk/card";
/** The reader of pictures is WebAssembly. */
export const DESK_CSP = { scriptSrc: ["'self'", "'wasm-unsafe-eval'"] };
const Seen = z.object({ seen: z.string().trim().min(1).max(200) });
type Found = Awaited<ReturnType<typeof findSeen>>;

/** Cards and slips at the touchscreen: scanned, or typed by their digits. It acts from this machine only. */
export function kioskCardRoutes({ ctx }: Pick<Booted, "ctx">): Hono {
  const routes = new Hono();
  routes.use(bodyLimit({ maxSize: MOST_BYTES, onError: (c) => c.text("Too large.", 413) }), csrf());
  routes.get("/", (c) => showDesk(ctx, c, null));
  routes.use(async (c, next) => (isThisMachine(c) ? next() : showDesk(ctx, c, "not-here")));
  routes.post("/", form(Seen), (c) => press(ctx, c, c.req.valid("form"), null));
  routes.post("/claim", form(ClaimForm.extend(Seen.shape)), (c) =>
    press(ctx, c, c.req.valid("form"), pressClaim),
  );
  routes.post("/fill", form(FillForm.extend(Seen.shape)), (c) =>
    press(ctx, c, c.req.valid("form"), pressFill),
  );
  routes.post("/back", form(BackForm.extend(Seen.shape)), (c) =>
    press(ctx, c, c.req.valid("form"), pressBack),
  );
  routes.post("/done", form(Seen), (c) => press(ctx, c, c.req.valid("form"), pressDone));
  routes.post("/passed", form(Seen), (c) => press(ctx, c, c.req.valid("form"), pressPassed));
  routes.post("/met", form(Seen), (c) => closeSlip(ctx, c, c.req.valid("form").seen));
  routes.post("/pending", form(ClaimForm.extend(Seen.shape)), (c) => takeLate(ctx, c, c.req.valid("form")));
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

async function press<Form extends { readonly seen: string }>(
  ctx: Context,
  c: Request,
  said: Form,
  act: ((ctx: Context, card: InHand, said: Form) => Promise<Said | null>) | null,
): Promise<Response> {
  const { seen } = said;
  const found = await find(ctx, seen);
  c.header("cache-control", "no-store");
  if (found.kind === "slip") return showSlip(ctx, c, seen, found.postId);
  if (found.kind !== "card") return showDesk(ctx, c, found.kind);
  const [language, query] = [languageOf(ctx, c), queryOf(ctx, c)];
  const answer = act && (await act(ctx, { cardId: found.card.id, language, door: "kiosk" }, said));
  const view = await viewCard(ctx, found.card.id);
  const shown = { path: DESK_PATH, again: DESK_PATH, seen, query, language, said: answer };
  return c.html(cardPage(await cardFacts(ctx, view, shown)));
}

async function closeSlip(ctx: Context, c: Request, seen: string): Promise<Response> {
  const found = await find(ctx, seen);
  if (found.kind !== "slip") return showDesk(ctx, c, found.kind === "card" ? "isOver" : found.kind);
  return showDesk(ctx, c, (await finishSlip(ctx, found.postId, "kiosk")) ? "isMet" : "isOver");
}

/** A scan that waited for the connection: what became of it, for the screen that kept it. */
async function takeLate(
  ctx: Context,
  c: Request,
  said: z.infer<typeof ClaimForm> & { readonly seen: string },
): Promise<Response> {
  const found = await find(ctx, said.seen);
  if (found.kind !== "card") return c.json({ what: "refused" });
  const card = { cardId: found.card.id, language: languageOf(ctx, c), door: "kiosk" } as const;
  return c.json((await pressClaim(ctx, card, said)) ?? { what: "refused" });
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
