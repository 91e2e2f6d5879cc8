import { zValidator } from "@hono/zod-validator";
import { Hono } from "hono";
import { z } from "zod";
import { agendaPage } from "#kiosk/days/agenda.ts";
import { gatheringPage } from "#kiosk/days/gathering.ts";
import { listPage, SPANS } from "#kiosk/days/list.ts";
import { offeredPage, offerPage } from "#kiosk/days/offer.ts";
import { sheetPage } from "#kiosk/days/sheet.ts";
import { faultPage } from "#kiosk/shell/fault.ts";
import { offerAtScreen } from "../../actions/offer-at-screen.ts";
import type { Context } from "../../context.ts";
import { nextAssembly, openGathering } from "../../store/gatherings.ts";
import { itemsOf } from "../../store/items.ts";
import { form } from "../cards/buttons.ts";
import { RowId } from "../organize/row-id.ts";
import { shownDay, shownSpan } from "../organize/times.ts";
import { firstOf, rowsOf } from "./days-facts.ts";
import type { KioskEnv, KioskRequest } from "./env.ts";
import { mapPlaceOf } from "./map-place.ts";
import { newNonce } from "./pressed.ts";
import { shownWhen } from "./when.ts";

const Days = z.object({ days: z.enum(SPANS).catch("today") });
const Offer = z.object({ words: z.string().max(1000), nonce: z.string().min(1).max(100) });

/** What is on, one gathering, the next assembly's agenda, and an item for it. */
export function daysRoutes(ctx: Context): Hono<KioskEnv> {
  const routes = new Hono<KioskEnv>();
  routes.get("/", zValidator("query", Days), async (c) => {
    const { frame } = c.var;
    const { days } = c.req.valid("query");
    return c.html(listPage({ frame, span: days, rows: await rowsOf(ctx, frame.language, days) }));
  });
  routes.get("/sheet", zValidator("query", Days), async (c) => {
    const { frame } = c.var;
    const { days } = c.req.valid("query");
    const day = shownDay(ctx, frame.language, firstOf(ctx, days));
    return c.html(sheetPage({ frame, day, rows: await rowsOf(ctx, frame.language, days) }));
  });
  routes.get("/agenda", (c) => showAgenda(ctx, c));
  routes.get("/offer", (c) => c.html(offerPage({ frame: c.var.frame, nonce: newNonce(), refusal: null })));
  routes.post("/offer", form(Offer), async (c) => {
    const { frame } = c.var;
    const { words, nonce } = c.req.valid("form");
    const offered = await offerAtScreen(ctx, { words, nonce, language: frame.language });
    if (!offered.ok) return c.html(offerPage({ frame, nonce, refusal: offered.refusal }));
    const when = offered.assembly && shownWhen(ctx, frame.language, offered.assembly);
    return c.html(offeredPage({ frame, handle: offered.handle, when }));
  });
  routes.get("/:id", (c) => showGathering(ctx, c, RowId.safeParse(c.req.param("id")).data));
  return routes;
}

async function showAgenda(ctx: Context, c: KioskRequest) {
  const { frame } = c.var;
  const next = await nextAssembly(ctx.db, ctx.now());
  const assembly = next && (await openGathering(ctx.db, next.id));
  const items = assembly ? await itemsOf(ctx.db, { gatheringId: assembly.id, loose: null }) : [];
  return c.html(
    agendaPage({
      frame,
      assembly: assembly && { ...assembly, when: shownWhen(ctx, frame.language, assembly.startsAt) },
      items: items.filter(({ state }) => state === "accepted"),
    }),
  );
}

async function showGathering(ctx: Context, c: KioskRequest, id: number | undefined) {
  const { frame } = c.var;
  const gathering = id === undefined ? null : await openGathering(ctx.db, id);
  if (!gathering) return c.html(faultPage(frame, "lost"), 404);
  const { title, place, notes, group, cancelledAt, endsAt } = gathering;
  const next = await nextAssembly(ctx.db, ctx.now());
  return c.html(
    gatheringPage({
      frame,
      title,
      when: shownSpan(ctx, frame.language, gathering),
      place: await mapPlaceOf(ctx, place),
      notes,
      group: group?.name ?? null,
      state: cancelledAt ? "cancelled" : endsAt <= ctx.now() ? "over" : "on",
      hasAgenda: next?.id === gathering.id,
    }),
  );
}
