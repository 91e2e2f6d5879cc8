import { Hono, type Context as Request } from "hono";
import { bodyLimit } from "hono/body-limit";
import { cardPage, type Said } from "#kiosk/card/page.ts";
import { readToken } from "#server/domain/card-code.ts";
import { findByToken } from "../../actions/cards/find-card.ts";
import { viewCard } from "../../actions/cards/view-card.ts";
import type { Booted, Context } from "../../context.ts";
import type { CardRow } from "../../store/cards.ts";
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

/** A card opened from its picture. Looking changes nothing; its buttons act for whoever holds it. */
export function cardRoutes({ ctx }: Pick<Booted, "ctx">): Hono {
  const routes = new Hono();
  routes.use(bodyLimit({ maxSize: MOST_BYTES, onError: (c) => c.text("Too large.", 413) }), readableForm);
  routes.get("/:token", async (c) => show(ctx, c, null));
  routes.post("/:token/claim", form(ClaimForm), (c) =>
    press(ctx, c, (ctx, card) => pressClaim(ctx, card, c.req.valid("form"))),
  );
  routes.post("/:token/fill", form(FillForm), (c) =>
    press(ctx, c, (ctx, card) => pressFill(ctx, card, c.req.valid("form"))),
  );
  routes.post("/:token/back", form(BackForm), (c) =>
    press(ctx, c, (ctx, card) => pressBack(ctx, card, c.req.valid("form"))),
  );
  routes.post("/:token/done", form(DoneForm), (c) =>
    press(ctx, c, (ctx, card) => pressDone(ctx, card, c.req.valid("form"))),
  );
  routes.post("/:token/passed", (c) => press(ctx, c, (ctx, card) => pressPassed(ctx, card)));
  return routes;
}

/** Does what a button says for the card, and shows it as it is then. */
async function press(
  ctx: Context,
  c: Request,
  act: (ctx: Context, card: InHand) => Promise<Said | null>,
): Promise<Response> {
  const card = await cardOf(ctx, c);
  const inHand = card && {
    cardId: card.id,
    language: languageOf(ctx, c),
    door: "page" as const,
    helper: null,
  };
  return show(ctx, c, inHand && (await ctx.inTransaction((ctx) => act(ctx, inHand))));
}

async function show(ctx: Context, c: Request, said: Said | null): Promise<Response> {
  const card = await cardOf(ctx, c);
  const view = card && (await viewCard(ctx, card.id));
  const path = `/G/${readToken(c.req.param("token") ?? "") ?? ""}`;
  const facts = await cardFacts(ctx, view, {
    path,
    again: path,
    seen: null,
    people: null,
    query: queryOf(ctx, c),
    language: languageOf(ctx, c),
    said,
  });
  c.header("cache-control", "no-store");
  return c.html(cardPage(facts), view === null ? 404 : 200);
}

async function cardOf(ctx: Context, c: Request): Promise<CardRow | null> {
  const token = readToken(c.req.param("token") ?? "");
  return token === null ? null : findByToken(ctx, token);
}
