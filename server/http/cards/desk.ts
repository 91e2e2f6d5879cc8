import { Hono, type Context as Request } from "hono";
import { bodyLimit } from "hono/body-limit";
import { csrf } from "hono/csrf";
import { z } from "zod";
import { type DeskFacts, deskPage, slipPage } from "#kiosk/card/desk.ts";
import { cardPage, type Said } from "#kiosk/card/page.ts";
import type { Actor } from "#server/domain/role.ts";
import { audit } from "../../actions/audit.ts";
import { findSeen } from "../../actions/cards/find-seen.ts";
import { viewCard } from "../../actions/cards/view-card.ts";
import { finishSlip, returnSlip, viewSlip } from "../../actions/cards/view-slip.ts";
import type { Context } from "../../context.ts";
import { tentPeople } from "../../store/tent.ts";
import {
  BackForm,
  ClaimForm,
  DoneForm,
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
/** The reader of pictures is WebAssembly. */
export const DESK_CSP = { scriptSrc: ["'self'", "'wasm-unsafe-eval'"] };
const Seen = z.object({ seen: z.string().trim().min(1).max(200) });

/** Where cards and slips are scanned or typed: the touchscreen, or a helper's own screen. */
export type Desk = {
  readonly path: string;
  readonly door: "kiosk" | "console";
  readonly mayAct: (c: Request) => boolean;
  /** Whose wrong guesses are counted together. */
  readonly guesser: (c: Request) => string;
  /** Who acts for somebody else there; null where people act for themselves. */
  readonly actor: (c: Request) => Actor | null;
};

/** Cards and slips at a desk: looked up, and what their buttons do. */
export function deskRoutes(ctx: Context, desk: Desk): Hono {
  const routes = new Hono();
  routes.use(bodyLimit({ maxSize: MOST_BYTES, onError: (c) => c.text("Too large.", 413) }), csrf());
  routes.get("/", (c) => showDesk(ctx, c, desk, null));
  routes.use(async (c, next) => (desk.mayAct(c) ? next() : showDesk(ctx, c, desk, "not-here")));
  const at = (c: Request) => ({ ctx, c, desk });
  routes.post("/", form(Seen), (c) => press(at(c), c.req.valid("form"), null));
  routes.post("/claim", form(ClaimForm.extend(Seen.shape)), (c) =>
    press(at(c), c.req.valid("form"), pressClaim),
  );
  routes.post("/fill", form(FillForm.extend(Seen.shape)), (c) =>
    press(at(c), c.req.valid("form"), pressFill),
  );
  routes.post("/back", form(BackForm.extend(Seen.shape)), (c) =>
    press(at(c), c.req.valid("form"), pressBack),
  );
  routes.post("/done", form(DoneForm.extend(Seen.shape)), (c) =>
    press(at(c), c.req.valid("form"), pressDone),
  );
  routes.post("/passed", form(Seen), (c) => press(at(c), c.req.valid("form"), pressPassed));
  routes.post("/met", form(Seen), (c) => closeSlip(at(c), c.req.valid("form").seen, "met"));
  routes.post("/unmet", form(Seen), (c) => closeSlip(at(c), c.req.valid("form").seen, "unmet"));
  routes.post("/pending", form(ClaimForm.extend(Seen.shape)), (c) => takeLate(at(c), c.req.valid("form")));
  return routes;
}

type At = { readonly ctx: Context; readonly c: Request; readonly desk: Desk };

function find({ ctx, c, desk }: At, seen: string) {
  return findSeen(ctx, seen, { kind: "screen", name: desk.guesser(c) });
}

async function press<Form extends { readonly seen: string }>(
  at: At,
  said: Form,
  act: ((ctx: Context, card: InHand, said: Form) => Promise<Said | null>) | null,
): Promise<Response> {
  const { ctx, c, desk } = at;
  const { seen } = said;
  const found = await find(at, seen);
  c.header("cache-control", "no-store");
  if (found.kind === "slip") return showSlip(at, seen, found.postId);
  if (found.kind !== "card") return showDesk(ctx, c, desk, found.kind);
  const answer = act && (await actFor(at, found.card.id, (ctx, card) => act(ctx, card, said)));
  const view = await viewCard(ctx, found.card.id);
  const people = desk.door === "console" ? await tentPeople(ctx.db) : null;
  const shown = { path: desk.path, again: desk.path, seen, query: queryOf(ctx, c), said: answer, people };
  return c.html(cardPage(await cardFacts(ctx, view, { ...shown, language: languageOf(ctx, c) })));
}

/** What a button does, and at the console who pressed it for somebody, in one transaction. */
function actFor(
  { ctx, c, desk }: At,
  cardId: number,
  act: (ctx: Context, card: InHand) => Promise<Said | null>,
): Promise<Said | null> {
  const { door } = desk;
  return ctx.inTransaction(async (ctx) => {
    const helper = desk.actor(c);
    const said = await act(ctx, { cardId, language: languageOf(ctx, c), door, helper });
    if (helper && said) await audit(ctx, helper, "card for somebody", `card ${cardId}: ${said.what}`);
    return said;
  });
}

/** It is met, or what was taken goes back. */
async function closeSlip(at: At, seen: string, how: "met" | "unmet"): Promise<Response> {
  const { ctx, c, desk } = at;
  const found = await find(at, seen);
  if (found.kind !== "slip") return showDesk(ctx, c, desk, found.kind === "card" ? "isOver" : found.kind);
  const { postId } = found;
  const isClosed = await ctx.inTransaction(async (ctx) => {
    const helper = desk.actor(c);
    if (helper) await audit(ctx, helper, "card for somebody", `slip of post ${postId}: ${how}`);
    if (how === "met") return (await finishSlip(ctx, postId, desk.door)) !== null;
    return returnSlip(ctx, postId, desk.door);
  });
  return showDesk(ctx, c, desk, isClosed ? (how === "met" ? "isMet" : "isBack") : "isOver");
}

/** A scan that waited for the connection: what became of it, for the screen that kept it. */
async function takeLate(
  at: At,
  said: z.infer<typeof ClaimForm> & { readonly seen: string },
): Promise<Response> {
  const found = await find(at, said.seen);
  if (found.kind === "too-many") return at.c.json({ what: "later" });
  if (found.kind !== "card") return at.c.json({ what: "refused" });
  const answer = await actFor(at, found.card.id, (ctx, card) => pressClaim(ctx, card, said));
  return at.c.json(answer ?? { what: "refused" });
}

async function showSlip({ ctx, c, desk }: At, seen: string, postId: number): Promise<Response> {
  const view = await viewSlip(ctx, postId);
  if (!view) return showDesk(ctx, c, desk, "nothing");
  const { post, ...rest } = view;
  return c.html(
    slipPage({ ...frameOf(ctx, c, desk), ...rest, seen, number: post.number, words: post.words }),
  );
}

function showDesk(ctx: Context, c: Request, desk: Desk, said: DeskFacts["said"]) {
  return c.html(deskPage({ ...frameOf(ctx, c, desk), said }), said === "not-here" ? 403 : 200);
}

function frameOf(ctx: Context, c: Request, { path, door }: Desk) {
  const back = door === "console" ? "/organize/cards" : null;
  return { nodeName: ctx.config.nodeName, language: languageOf(ctx, c), query: queryOf(ctx, c), path, back };
}
