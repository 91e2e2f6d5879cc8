import { zValidator } from "@hono/zod-validator";
import { Hono } from "hono";
import { z } from "zod";
import { type CardsSaid, cardsPage } from "#kiosk/organize/cards.ts";
import { isLanguage } from "#server/domain/language.ts";
import { may } from "#server/domain/role.ts";
import { activateBatch, revokeBatch } from "../../actions/cards/activate-batch.ts";
import { type Meaning, makeBatch } from "../../actions/cards/make-batch.ts";
import { reopenCard } from "../../actions/cards/reopen-card.ts";
import type { Context } from "../../context.ts";
import { listBatches } from "../../store/card-lists.ts";
import { meaningOf } from "../../store/numbers.ts";
import { showBatch } from "./card-batch.ts";
import { consoleDesk } from "./card-desk.ts";
import { cardPrintRoutes } from "./card-print.ts";
import { frameOf, shownTime } from "./frame.ts";
import { RowId } from "./row-id.ts";
import { allows, type OrganizeEnv, type OrganizeRequest } from "./session.ts";

const Id = zValidator("param", z.object({ id: RowId }));
const CardId = zValidator("param", z.object({ id: RowId, card: RowId }));
const Said = z.object({
  said: z.enum(["made", "live", "revoked", "reopened", "refused", "over"]).nullable().catch(null),
});
const Make = z.object({
  meaning: z.enum(["blank", "need", "gift", "post"]),
  words: z.string().max(500).default(""),
  number: z.coerce.number().int().catch(0),
  place: z.string().max(200).default(""),
  count: z.coerce.number().int().catch(0),
  language: z.string().refine(isLanguage),
});
const Back = z.object({ reason: z.enum(["mistake", "could-not-meet", "changed-mind", "other"]) });

const A_PAGE = 100;

/** Batches of cards: made, printed, made live, revoked, and each card of them. */
export function cardsRoutes(ctx: Context): Hono<OrganizeEnv> {
  const routes = new Hono<OrganizeEnv>();
  routes.use(allows("type-for-others"));
  const makes = allows("make-cards");
  routes.get("/", (c) => showList(ctx, c, null));
  routes.route(
    "/desk",
    consoleDesk(ctx, (c) => c.get("actor")),
  );
  routes.post("/", makes, zValidator("form", Make), (c) => make(ctx, c, c.req.valid("form")));
  routes.get("/:id", Id, zValidator("query", Said), (c) =>
    showBatch(ctx, c, c.req.valid("param").id, c.req.valid("query").said),
  );
  routes.post("/:id/activate", makes, Id, async (c) => {
    const { id } = c.req.valid("param");
    const done = await activateBatch(ctx, c.var.actor, id);
    return back(c, id, done.ok ? "live" : done.refusal === "over" ? "over" : "refused");
  });
  routes.post("/:id/revoke", makes, Id, async (c) => {
    const { id } = c.req.valid("param");
    return back(c, id, (await revokeBatch(ctx, c.var.actor, id)) ? "revoked" : "refused");
  });
  routes.post("/:id/cards/:card/back", makes, CardId, zValidator("form", Back), async (c) => {
    const { id, card } = c.req.valid("param");
    const { reason } = c.req.valid("form");
    const done = await reopenCard(ctx, {
      cardId: card,
      by: { organizer: c.var.actor },
      reason,
      door: "console",
    });
    return back(c, id, done.ok ? "reopened" : "refused");
  });
  routes.route("/", cardPrintRoutes(ctx));
  return routes;
}

function back(c: OrganizeRequest, id: number, said: CardsSaid) {
  return c.redirect(`/organize/cards/${id}?said=${said}`, 303);
}

async function make(ctx: Context, c: OrganizeRequest, form: z.infer<typeof Make>) {
  const meaning = await meantBy(ctx, form);
  if (!meaning) return showList(ctx, c, "no-post");
  const { count, place, language } = form;
  const made = await makeBatch(ctx, c.var.actor, { count, meaning, place, language });
  return made.ok ? back(c, made.id, "made") : showList(ctx, c, made.refusal);
}

async function meantBy(
  ctx: Context,
  { meaning, words, number }: z.infer<typeof Make>,
): Promise<Meaning | null> {
  if (meaning === "blank") return { kind: "blank" };
  if (meaning !== "post") return { kind: meaning, words };
  const meant = await meaningOf(ctx.db, number);
  return meant?.kind === "post" ? { kind: "post", postId: meant.id } : null;
}

async function showList(ctx: Context, c: OrganizeRequest, refusal: CardsSaid | null) {
  const batches = await listBatches(ctx.db, A_PAGE);
  const page = cardsPage({
    frame: frameOf(ctx, c),
    batches: batches.map(({ createdAt, ...batch }) => ({ ...batch, made: shownTime(ctx, c, createdAt) })),
    mayMake: may(c.var.actor, "make-cards"),
    said: refusal,
    isRefused: refusal !== null,
  });
  return c.html(page, refusal === null ? 200 : 409);
}
