import { zValidator } from "@hono/zod-validator";
import { Hono, type Context as Request } from "hono";
import { bodyLimit } from "hono/body-limit";
import { z } from "zod";
import { cardPage, type Said } from "#kiosk/card/page.ts";
import { readToken } from "#server/domain/card-code.ts";
import { isLanguage, type Language } from "#server/domain/language.ts";
import { claimCard } from "../actions/cards/claim-card.ts";
import { fillBlank } from "../actions/cards/fill-card.ts";
import { findByToken } from "../actions/cards/find-card.ts";
import { finishCard } from "../actions/cards/finish-card.ts";
import { passCard } from "../actions/cards/pass-card.ts";
import { reopenCard } from "../actions/cards/reopen-card.ts";
import { viewCard } from "../actions/cards/view-card.ts";
import type { Booted, Context } from "../context.ts";
import type { CardRow } from "../store/cards.ts";
import { cardFacts } from "./card-facts.ts";

const MOST_BYTES = 4096;

const Handle = z
  .string()
  .trim()
  .max(60)
  .default("")
  .transform((said) => said || null);
const Claim = z.object({
  nonce: z.string().max(60),
  handle: Handle,
  pieces: z.coerce.number().int().min(1).max(999).optional(),
});
const Fill = z.object({ kind: z.enum(["need", "gift"]), words: z.string().max(500), handle: Handle });
const Back = z.object({ reason: z.enum(["could-not-meet", "changed-mind", "mistake", "other"]) });

/** A card opened from its picture. Looking changes nothing; its buttons act for whoever holds it. */
export function cardRoutes({ ctx }: Pick<Booted, "ctx">): Hono {
  const routes = new Hono();
  routes.use(bodyLimit({ maxSize: MOST_BYTES, onError: (c) => c.text("Too large.", 413) }));
  routes.get("/:token", async (c) => show(ctx, c, null));
  routes.post("/:token/claim", zValidator("form", Claim), (c) =>
    press(ctx, c, async (card, language) => {
      const { nonce, handle, pieces } = c.req.valid("form");
      const by = { kind: "bearer", handle } as const;
      const asked = { cardId: card.id, by, language, door: "page", pieces: pieces ?? null, nonce } as const;
      const taken = await claimCard(ctx, asked);
      if (!taken.ok) return null;
      const what = taken.post.kind === "need" ? "helping" : "taken";
      return { what, slip: taken.slip ?? "", line: taken.line };
    }),
  );
  routes.post("/:token/fill", zValidator("form", Fill), (c) =>
    press(ctx, c, async (card, language) => {
      const { kind, words, handle } = c.req.valid("form");
      const by = { kind: "bearer", handle } as const;
      const filled = await fillBlank(ctx, { cardId: card.id, by, language, door: "page", kind, words });
      if (!filled.ok) return filled.refusal === "no-thing" ? { what: "noThing" } : null;
      return { what: "filled", slip: filled.slip ?? "", line: null };
    }),
  );
  routes.post("/:token/done", (c) =>
    press(ctx, c, async (card) => {
      const done = await finishCard(ctx, { cardId: card.id, by: null, door: "page" });
      if (!done.ok) return { what: "notYours" };
      return { what: done.isHalf ? "isHalf" : "isDone" };
    }),
  );
  routes.post("/:token/back", zValidator("form", Back), (c) =>
    press(ctx, c, async (card) => {
      const { reason } = c.req.valid("form");
      const back = await reopenCard(ctx, { cardId: card.id, by: "bearer", reason, door: "page" });
      return { what: back.ok ? "isBack" : "notYours" };
    }),
  );
  routes.post("/:token/passed", (c) =>
    press(ctx, c, async (card) => ((await passCard(ctx, card.id)) ? { what: "isPassed" } : null)),
  );
  return routes;
}

/** Does what a button says for the card, and shows it as it is then. */
async function press(
  ctx: Context,
  c: Request,
  act: (card: CardRow, language: Language) => Promise<Said | null>,
): Promise<Response> {
  const card = await cardOf(ctx, c);
  return show(ctx, c, card && (await act(card, languageOf(ctx, c))));
}

async function show(ctx: Context, c: Request, said: Said | null): Promise<Response> {
  const card = await cardOf(ctx, c);
  const view = card && (await viewCard(ctx, card.id));
  const path = `/G/${readToken(c.req.param("token") ?? "") ?? ""}`;
  const language = languageOf(ctx, c);
  const query = c.req.query("lang") === language ? `?lang=${language}` : "";
  const facts = await cardFacts(ctx, view, { path, query, language, said });
  c.header("cache-control", "no-store");
  return c.html(cardPage(facts), view === null ? 404 : 200);
}

async function cardOf(ctx: Context, c: Request): Promise<CardRow | null> {
  const token = readToken(c.req.param("token") ?? "");
  return token === null ? null : findByToken(ctx, token);
}

function languageOf(ctx: Context, c: Request): Language {
  const wished = [c.req.query("lang"), c.req.header("accept-language")?.slice(0, 2)];
  return wished.find((each) => isLanguage(each)) ?? ctx.config.defaultLanguage;
}
