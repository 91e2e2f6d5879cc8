import { zValidator } from "@hono/zod-validator";
import { Hono } from "hono";
import { z } from "zod";
import { type AgendaSaid, agendaPage } from "#kiosk/organize/agenda.ts";
import { agendaSheet } from "#kiosk/organize/agenda-print.ts";
import { sumAgenda } from "#server/domain/agenda.ts";
import { may } from "#server/domain/role.ts";
import { type Arrangement, arrangeAgenda } from "../../actions/arrange-agenda.ts";
import { scopeOf, settleItem } from "../../actions/settle-item.ts";
import type { Context } from "../../context.ts";
import { gatheringAtWork } from "../../store/gathering-edits.ts";
import { comingGatherings } from "../../store/gatherings.ts";
import { listGroups } from "../../store/groups.ts";
import { type ItemAnswer, itemsOf } from "../../store/items.ts";
import { frameOf, shownTime } from "./frame.ts";
import { turnedAway } from "./refusals.ts";
import { RowId } from "./row-id.ts";
import type { OrganizeEnv, OrganizeRequest } from "./session.ts";
import { shownClock, shownDay, shownSpan } from "./times.ts";

/** In the choice of where an item may go. */
const MOST_OTHERS = 30;
const Id = z.object({ id: RowId });
const ItemId = Id.extend({ item: RowId });
const Said = z.object({ said: z.literal("saved").optional().catch(undefined) });
const Minutes = z
  .union([z.literal("").transform(() => null), z.coerce.number().int().min(1).max(720)])
  .default(null);
const OwnItem = z.object({ words: z.string().trim().min(1).max(160), minutes: Minutes });
const Order = z.discriminatedUnion("step", [
  z.object({ step: z.enum(["up", "down", "drop", "back"]) }),
  z.object({ step: z.literal("minutes"), minutes: Minutes }),
  z.object({ step: z.literal("move"), to: RowId }).transform(({ step, to }) => ({ step, toId: to })),
]);
const Answer = z.discriminatedUnion("state", [
  z.object({ state: z.literal("accepted"), minutes: Minutes }),
  z.object({ state: z.literal("declined") }),
  z
    .object({ state: z.literal("merged"), into: RowId })
    .transform(({ state, into }) => ({ state, intoId: into })),
  z
    .object({ state: z.literal("sent"), group: RowId })
    .transform(({ state, group }) => ({ state, groupId: group })),
]);

/** The page of one gathering: its agenda, answered and ordered by the facilitation table; and the same on paper. */
export function agendaRoutes(ctx: Context): Hono<OrganizeEnv> {
  const routes = new Hono<OrganizeEnv>();

  routes.get("/:id", zValidator("param", Id), zValidator("query", Said), (c) =>
    show(ctx, c, c.req.valid("param").id, c.req.valid("query").said ?? null),
  );

  routes.post("/:id/items", zValidator("param", Id), zValidator("form", OwnItem), (c) => {
    const { words, minutes } = c.req.valid("form");
    return arrange(ctx, c, c.req.valid("param").id, { step: "add", words, minutes });
  });

  routes.post("/:id/items/:item/order", zValidator("param", ItemId), zValidator("form", Order), (c) => {
    const { id, item: itemId } = c.req.valid("param");
    return arrange(ctx, c, id, { ...c.req.valid("form"), itemId });
  });

  routes.post("/:id/items/:item", zValidator("param", ItemId), zValidator("form", Answer), async (c) => {
    const { id: gatheringId, item: itemId } = c.req.valid("param");
    const answer: ItemAnswer = c.req.valid("form");
    const settled = await settleItem(ctx, c.var.actor, { gatheringId, itemId, answer });
    if (settled.ok) return c.redirect(`/organize/gatherings/${gatheringId}?said=saved`, 303);
    if (settled.refusal === "answered") return show(ctx, c, gatheringId, "answeredBefore");
    if (settled.refusal === "bad-choice") return show(ctx, c, gatheringId, "badChoice");
    return turnedAway(c, settled.refusal);
  });

  routes.get("/:id/print", zValidator("param", Id), (c) => showSheet(ctx, c, c.req.valid("param").id));

  return routes;
}

async function arrange(ctx: Context, c: OrganizeRequest, id: number, arrangement: Arrangement) {
  const done = await arrangeAgenda(ctx, c.var.actor, id, arrangement);
  return done.ok ? c.redirect(`/organize/gatherings/${id}?said=saved`, 303) : turnedAway(c, done.refusal);
}

async function show(ctx: Context, c: OrganizeRequest, id: number, said: AgendaSaid) {
  const gathering = await gatheringAtWork(ctx.db, id);
  if (!gathering) return turnedAway(c, "gone");
  const [items, groups] = await Promise.all([itemsOf(ctx.db, await scopeOf(ctx, id)), listGroups(ctx.db)]);
  const { group, series, cancelledAt, _count } = gathering;
  const page = agendaPage({
    frame: frameOf(ctx, c),
    gathering: {
      ...gathering,
      when: shownSpan(ctx, c.var.language, gathering),
      group: group && `${group.number} · ${group.name}`,
      cancelled: cancelledAt !== null,
      repeats: series !== null && series.closedAt === null,
      known: _count.told,
    },
    items,
    sum: sumAgenda(items, gathering),
    groups,
    others: await othersToMoveTo(ctx, c, gathering),
    mayEdit: may(c.var.actor, "edit-gatherings", gathering.groupId),
    said,
  });
  return c.html(page, said === null || said === "saved" ? 200 : 409);
}

/** Gatherings to come that an item may be moved to: those of the same group, or of the camp, first. */
async function othersToMoveTo(
  ctx: Context,
  c: OrganizeRequest,
  { id, groupId }: { readonly id: number; readonly groupId: number | null },
) {
  const coming = await comingGatherings(ctx.db, ctx.now(), MOST_OTHERS);
  const isAlike = (each: { readonly groupId: number | null }) => Number(each.groupId === groupId);
  return coming
    .toSorted((one, other) => isAlike(other) - isAlike(one))
    .filter((each) => each.id !== id && may(c.var.actor, "edit-gatherings", each.groupId))
    .map((each) => ({ id: each.id, name: `${each.title}, ${shownTime(ctx, c, each.startsAt)}` }));
}

async function showSheet(ctx: Context, c: OrganizeRequest, id: number) {
  const gathering = await gatheringAtWork(ctx.db, id);
  if (!gathering) return turnedAway(c, "gone");
  const { startsAt, endsAt, cancelledAt } = gathering;
  const all = await itemsOf(ctx.db, { gatheringId: gathering.id, loose: null });
  const page = agendaSheet({
    nodeName: ctx.config.nodeName,
    number: ctx.carrier.sender,
    gathering: {
      ...gathering,
      day: { en: shownDay(ctx, "en", startsAt), es: shownDay(ctx, "es", startsAt) },
      from: shownClock(ctx, startsAt),
      to: shownClock(ctx, endsAt),
      cancelled: cancelledAt !== null,
    },
    items: all.filter(({ state }) => state === "accepted"),
    planned: sumAgenda(all, gathering).planned,
  });
  return c.html(page);
}
