import { type Env, Hono, type Context as Request } from "hono";
import { bodyLimit } from "hono/body-limit";
import { csrf } from "hono/csrf";
import { z } from "zod";
import type { DeskSaid, SlipShown } from "#kiosk/card/desk.ts";
import type { CardFacts, Html, Said } from "#kiosk/card/page.ts";
import type { Actor } from "#server/domain/role.ts";
import { audit } from "../../actions/audit.ts";
import { findSeen } from "../../actions/cards/find-seen.ts";
import { viewCard } from "../../actions/cards/view-card.ts";
import { finishSlip, returnSlip, viewSlip } from "../../actions/cards/view-slip.ts";
import type { Context } from "../../context.ts";
import { tentPeople } from "../../store/tent.ts";
import { readableForm } from "../readable.ts";
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
export const Seen = z.object({ seen: z.string().trim().min(1).max(200) });

/** Where cards and slips are scanned or typed: the touchscreen, or a helper's own screen. */
export type Desk = {
  readonly path: string;
  readonly door: "kiosk" | "console";
  /** Whose wrong guesses are counted together. */
  readonly guesser: (c: Request) => string;
  /** Who acts for somebody else there; null where people act for themselves. */
  readonly actor: (c: Request) => Actor | null;
  /** How it looks there. */
  readonly pages: (c: Request) => DeskPages;
};

type DeskPages = {
  readonly desk: (said: DeskSaid | null) => Html;
  readonly card: (facts: CardFacts) => Html;
  readonly slip: (slip: SlipShown) => Html;
};

/** Cards and slips at a desk: looked up, and what their buttons do. */
export function deskRoutes<E extends Env>(ctx: Context, desk: Desk): Hono<E> {
  const routes = new Hono<E>();
  routes.use(
    bodyLimit({ maxSize: MOST_BYTES, onError: (c) => c.text("Too large.", 413) }),
    csrf(),
    readableForm,
  );
  routes.get("/", (c) => showDesk(c, desk, null));
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
  return routes;
}

type At = { readonly ctx: Context; readonly c: Request; readonly desk: Desk };

export function findAt({ ctx, c, desk }: At, seen: string) {
  return findSeen(ctx, seen, { kind: "screen", name: desk.guesser(c) });
}

async function press<Form extends { readonly seen: string }>(
  at: At,
  said: Form,
  act: ((ctx: Context, card: InHand, said: Form) => Promise<Said | null>) | null,
): Promise<Response> {
  const { c, desk } = at;
  const { seen } = said;
  const found = await findAt(at, seen);
  c.header("cache-control", "no-store");
  if (found.kind === "slip") return showSlip(at, seen, found.postId);
  if (found.kind !== "card") return showDesk(c, desk, found.kind === "late" ? found.outcome : found.kind);
  const answer = act && (await actFor(at, found.card.id, (ctx, card) => act(ctx, card, said)));
  return c.html(desk.pages(c).card(await factsAt(at, found.card.id, seen, answer)));
}

/** What the page of a card shows at this desk. */
export async function factsAt(
  { ctx, c, desk }: At,
  cardId: number,
  seen: string,
  said: Said | null,
): Promise<CardFacts> {
  const view = await viewCard(ctx, cardId);
  const people = desk.door === "console" ? await tentPeople(ctx.db) : null;
  const shown = { path: desk.path, again: desk.path, seen, query: queryOf(ctx, c), said, people };
  return cardFacts(ctx, view, { ...shown, language: languageOf(ctx, c) });
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
  const found = await findAt(at, seen);
  if (found.kind === "late") return showDesk(c, desk, found.outcome);
  if (found.kind !== "slip") return showDesk(c, desk, found.kind === "card" ? "isOver" : found.kind);
  const { postId } = found;
  const isClosed = await ctx.inTransaction(async (ctx) => {
    const helper = desk.actor(c);
    if (helper) await audit(ctx, helper, "card for somebody", `slip of post ${postId}: ${how}`);
    if (how === "met") return (await finishSlip(ctx, postId, desk.door)) !== null;
    return returnSlip(ctx, postId, desk.door);
  });
  return showDesk(c, desk, isClosed ? (how === "met" ? "isMet" : "isBack") : "isOver");
}

async function showSlip({ ctx, c, desk }: At, seen: string, postId: number): Promise<Response> {
  const view = await viewSlip(ctx, postId);
  if (!view) return showDesk(c, desk, "nothing");
  const { post, ...rest } = view;
  return c.html(desk.pages(c).slip({ ...rest, seen, number: post.number, words: post.words }));
}

function showDesk(c: Request, desk: Desk, said: DeskSaid | null) {
  return c.html(desk.pages(c).desk(said));
}
