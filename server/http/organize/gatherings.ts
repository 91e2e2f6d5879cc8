import { zValidator } from "@hono/zod-validator";
import { Hono } from "hono";
import { z } from "zod";
import type { Faults } from "#kiosk/organize/fields.ts";
import { gatheringFormPage } from "#kiosk/organize/gathering-form.ts";
import { type Day, gatheringsPage } from "#kiosk/organize/gatherings.ts";
import { readGathering } from "#server/domain/gathering-form.ts";
import { may, mayAny } from "#server/domain/role.ts";
import { dayOf, isDay, midnightOf, plusDays } from "#server/domain/wall-clock.ts";
import { cancelGathering } from "../../actions/cancel-gathering.ts";
import { createGathering, editGathering } from "../../actions/edit-gathering.ts";
import type { Context } from "../../context.ts";
import { firstStartFrom, gatheringAtWork, gatheringsBetween } from "../../store/gathering-edits.ts";
import { listGroups } from "../../store/groups.ts";
import { agendaRoutes } from "./agenda.ts";
import { frameOf } from "./frame.ts";
import { GatheringFields, gatheringFormOf, newGathering } from "./gathering-fields.ts";
import { turnedAway } from "./refusals.ts";
import { RowId } from "./row-id.ts";
import { allows, type OrganizeEnv, type OrganizeRequest } from "./session.ts";
import { shownClock, shownDay } from "./times.ts";

const Id = z.object({ id: RowId });
const List = z.object({
  said: z.literal("cancelledSeries").optional().catch(undefined),
  /** The day that it begins on; today unless told otherwise. */
  from: z.string().refine(isDay).optional().catch(undefined),
});
const DAYS_SHOWN = 15;
const For = z.object({ group: RowId.optional().catch(undefined) });
const Step = z.object({ step: z.enum(["cancel", "restore", "series"]) });

/** Gatherings: planned, moved, cancelled, brought back by a convenor for their group, by organizers for all; read by helpers. */
export function gatheringsRoutes(ctx: Context): Hono<OrganizeEnv> {
  const { timeZone } = ctx.config;
  const routes = new Hono<OrganizeEnv>();
  routes.use(allows("see-gatherings"));

  routes.get("/", zValidator("query", List), (c) => showList(ctx, c, c.req.valid("query")));

  routes.get("/new", allows("edit-gatherings"), zValidator("query", For), (c) => {
    const own = c.var.actor.roles.find(({ groupId }) => groupId !== null)?.groupId ?? null;
    const fallback = may(c.var.actor, "edit-gatherings") ? null : own;
    const form = newGathering(c.req.valid("query").group ?? fallback, dayOf(ctx.now(), timeZone));
    return showForm(ctx, c, { id: null, form, scope: null });
  });

  routes.post("/", allows("edit-gatherings"), zValidator("form", GatheringFields), async (c) => {
    const { form } = c.req.valid("form");
    const read = readGathering(form, { now: ctx.now(), timeZone, stood: null });
    if (!read.ok) return showForm(ctx, c, { id: null, form, scope: null, faults: read.faults });
    const made = await createGathering(ctx, c.var.actor, read.draft);
    if (!made.ok) return turnedAway(c, made.refusal);
    return c.redirect(made.id === null ? "/organize/gatherings" : `/organize/gatherings/${made.id}`, 303);
  });

  routes.post("/:id/cancel", zValidator("param", Id), zValidator("form", Step), async (c) => {
    const { id } = c.req.valid("param");
    const { step } = c.req.valid("form");
    const done = await cancelGathering(ctx, c.var.actor, { id, step });
    if (!done.ok) return turnedAway(c, done.refusal);
    const after = step === "series" ? "?said=cancelledSeries" : `/${id}?said=saved`;
    return c.redirect(`/organize/gatherings${after}`, 303);
  });

  routes.route("/", changeRoutes(ctx));
  routes.route("/", agendaRoutes(ctx));
  return routes;
}

function changeRoutes(ctx: Context): Hono<OrganizeEnv> {
  const { timeZone } = ctx.config;
  const routes = new Hono<OrganizeEnv>();

  routes.get("/:id/edit", zValidator("param", Id), async (c) => {
    const row = await gatheringAtWork(ctx.db, c.req.valid("param").id);
    if (!row) return turnedAway(c, "gone");
    if (!may(c.var.actor, "edit-gatherings", row.groupId)) return turnedAway(c, "not-yours");
    const scope = row.series && !row.series.closedAt ? "one" : null;
    return showForm(ctx, c, { id: row.id, form: gatheringFormOf(row, timeZone), scope });
  });

  const edit = [
    allows("edit-gatherings"),
    zValidator("param", Id),
    zValidator("form", GatheringFields),
  ] as const;
  routes.post("/:id", ...edit, async (c) => {
    const { id } = c.req.valid("param");
    const { form, scope } = c.req.valid("form");
    const stood = await gatheringAtWork(ctx.db, id);
    if (!stood) return turnedAway(c, "gone");
    const read = readGathering(form, { now: ctx.now(), timeZone, stood: stood.startsAt });
    if (!read.ok)
      return showForm(ctx, c, { id, form, scope: stood.series ? scope : null, faults: read.faults });
    const edited = await editGathering(ctx, c.var.actor, { id, draft: read.draft, scope });
    if (!edited.ok) return turnedAway(c, edited.refusal);
    return c.redirect(`/organize/gatherings/${id}?said=saved`, 303);
  });

  return routes;
}

async function showList(ctx: Context, c: OrganizeRequest, { said, from }: z.infer<typeof List>) {
  const { timeZone } = ctx.config;
  const { actor, language } = c.var;
  const today = dayOf(ctx.now(), timeZone);
  const isLater = from !== undefined && from > today;
  const first = isLater ? from : today;
  const midnight = (days: number) => midnightOf(plusDays(first, days), timeZone);
  const past = isLater ? [] : await daysOf(ctx, c, midnight(-7), midnight(0));
  const later = await firstStartFrom(ctx.db, midnight(DAYS_SHOWN));
  const page = gatheringsPage({
    frame: frameOf(ctx, c),
    coming: await daysOf(ctx, c, midnight(0), midnight(DAYS_SHOWN)),
    from: isLater ? shownDay(ctx, language, midnight(0)) : null,
    later: later && dayOf(later, timeZone),
    past: past.toReversed(),
    may: { make: mayAny(actor, "edit-gatherings"), table: may(actor, "edit-groups") },
    said: said ?? null,
  });
  return c.html(page);
}

async function daysOf(ctx: Context, c: OrganizeRequest, from: Date, to: Date): Promise<readonly Day[]> {
  const rows = await gatheringsBetween(ctx.db, from, to);
  const days = Map.groupBy(rows, ({ startsAt }) => shownDay(ctx, c.var.language, startsAt));
  return [...days].map(([title, list]) => ({
    title,
    list: list.map(({ startsAt, endsAt, group, cancelledAt, seriesId, ...each }) => ({
      ...each,
      from: shownClock(ctx, startsAt),
      to: shownClock(ctx, endsAt),
      group: group?.name ?? null,
      cancelled: cancelledAt !== null,
      repeats: seriesId !== null,
    })),
  }));
}

type Typed = Pick<Parameters<typeof gatheringFormPage>[0], "id" | "form" | "scope"> & {
  readonly faults?: Faults;
};

async function showForm(ctx: Context, c: OrganizeRequest, { id, form, scope, faults = [] }: Typed) {
  const { actor } = c.var;
  const groups = await listGroups(ctx.db);
  const page = gatheringFormPage({
    frame: frameOf(ctx, c),
    id,
    form,
    scope,
    faults,
    groups: groups.filter((group) => may(actor, "edit-gatherings", group.id)),
    camp: may(actor, "edit-gatherings"),
  });
  return c.html(page, faults.length > 0 ? 400 : 200);
}
