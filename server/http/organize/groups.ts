import { zValidator } from "@hono/zod-validator";
import { Hono } from "hono";
import { z } from "zod";
import type { Faults } from "#kiosk/organize/fields.ts";
import { groupFormPage } from "#kiosk/organize/group-form.ts";
import { type GroupSaid, groupPage, groupsPage } from "#kiosk/organize/groups.ts";
import { isAsleep } from "#server/domain/group.ts";
import { groupFormOf, NEW_GROUP, readGroup } from "#server/domain/group-form.ts";
import { may } from "#server/domain/role.ts";
import { askForGroup } from "../../actions/ask-for-group.ts";
import { closeGroup } from "../../actions/close-group.ts";
import { createGroup, editGroup } from "../../actions/edit-group.ts";
import type { Context } from "../../context.ts";
import { groupAtWork, groupsAtWork } from "../../store/group-edits.ts";
import { itemsSentTo } from "../../store/settled-items.ts";
import { frameOf, shownTime } from "./frame.ts";
import { GroupFields, meetsShown } from "./group-fields.ts";
import { turnedAway } from "./refusals.ts";
import { RowId } from "./row-id.ts";
import { allows, type OrganizeEnv, type OrganizeRequest } from "./session.ts";

/** On a group's page. */
const MOST_SENT = 20;
const Id = z.object({ id: RowId });
const Words = z.object({ words: z.string().max(500) });
const Said = z.object({ said: z.enum(["saved", "asked", "closedNow"]).optional().catch(undefined) });

/** Working groups: a convenor edits their own, organizers all. */
export function groupsRoutes(ctx: Context): Hono<OrganizeEnv> {
  const routes = new Hono<OrganizeEnv>();
  routes.use(allows("edit-groups"));

  routes.get("/", zValidator("query", Said), (c) => showList(ctx, c, c.req.valid("query").said));

  routes.get("/new", (c) => showForm(ctx, c, { id: null, form: NEW_GROUP }));

  routes.post("/", zValidator("form", GroupFields), async (c) => {
    const form = c.req.valid("form");
    const read = readGroup(form);
    if (!read.ok) return showForm(ctx, c, { id: null, form, faults: read.faults });
    const made = await createGroup(ctx, c.var.actor, read.draft);
    return made.ok ? c.redirect(`/organize/groups/${made.id}?said=saved`, 303) : turnedAway(c, made.refusal);
  });

  routes.get("/:id", zValidator("param", Id), zValidator("query", Said), (c) => {
    const { said } = c.req.valid("query");
    return showGroup(ctx, c, {
      id: c.req.valid("param").id,
      said: said === "closedNow" ? null : (said ?? null),
    });
  });

  routes.post("/:id/close", zValidator("param", Id), async (c) => {
    const closed = await closeGroup(ctx, c.var.actor, c.req.valid("param").id);
    return closed.ok ? c.redirect("/organize/groups?said=closedNow", 303) : turnedAway(c, closed.refusal);
  });

  routes.route("/", changeRoutes(ctx));
  return routes;
}

/** What a convenor does with their own group. */
function changeRoutes(ctx: Context): Hono<OrganizeEnv> {
  const routes = new Hono<OrganizeEnv>();

  routes.get("/:id/edit", zValidator("param", Id), async (c) => {
    const { id } = c.req.valid("param");
    const group = await groupAtWork(ctx.db, id, ctx.now());
    if (!group) return turnedAway(c, "gone");
    if (!may(c.var.actor, "edit-groups", id)) return turnedAway(c, "not-yours");
    const form = groupFormOf(group, group.series[0] ?? null, ctx.config.timeZone);
    return showForm(ctx, c, { id, form });
  });

  routes.post("/:id", zValidator("param", Id), zValidator("form", GroupFields), async (c) => {
    const { id } = c.req.valid("param");
    const form = c.req.valid("form");
    const read = readGroup(form);
    if (!read.ok) return showForm(ctx, c, { id, form, faults: read.faults });
    const edited = await editGroup(ctx, c.var.actor, id, read.draft);
    return edited.ok ? c.redirect(`/organize/groups/${id}?said=saved`, 303) : turnedAway(c, edited.refusal);
  });

  routes.post("/:id/ask", zValidator("param", Id), zValidator("form", Words), async (c) => {
    const { id } = c.req.valid("param");
    const { words } = c.req.valid("form");
    const asked = await askForGroup(ctx, c.var.actor, { groupId: id, words, language: c.var.language });
    if (asked.ok) return c.redirect(`/organize/groups/${id}?said=asked`, 303);
    if (asked.refusal === "not-a-thing") return showGroup(ctx, c, { id, said: "notAThing", asked: words });
    return turnedAway(c, asked.refusal);
  });

  return routes;
}

async function showList(ctx: Context, c: OrganizeRequest, said: z.infer<typeof Said>["said"]) {
  const list = await groupsAtWork(ctx.db, ctx.now());
  const page = groupsPage({
    frame: frameOf(ctx, c),
    list: list.map(({ next, ...group }) => ({
      ...group,
      asleep: isAsleep({ ...group, hasNext: next !== null }, ctx.now()),
      next: next && { when: shownTime(ctx, c, next.startsAt), place: next.place },
    })),
    mayMake: may(c.var.actor, "edit-groups"),
    said: said === "closedNow" ? said : null,
  });
  return c.html(page);
}

type Typed = Pick<Parameters<typeof groupFormPage>[0], "id" | "form"> & { readonly faults?: Faults };

function showForm(ctx: Context, c: OrganizeRequest, { id, form, faults = [] }: Typed) {
  const page = groupFormPage({ frame: frameOf(ctx, c), id, form, faults });
  return c.html(page, faults.length > 0 ? 400 : 200);
}

async function showGroup(
  ctx: Context,
  c: OrganizeRequest,
  { id, said, asked = "" }: { id: number; said: GroupSaid; asked?: string },
) {
  const group = await groupAtWork(ctx.db, id, ctx.now());
  if (!group) return turnedAway(c, "gone");
  const sent = await itemsSentTo(ctx.db, id, MOST_SENT);
  const { actor, language } = c.var;
  const page = groupPage({
    frame: frameOf(ctx, c),
    group: {
      ...group,
      members: group._count.members,
      meets: meetsShown(group.series[0] ?? null, language, ctx.config.timeZone),
    },
    coming: group.gatherings.map(({ startsAt, cancelledAt, ...each }) => ({
      ...each,
      when: shownTime(ctx, c, startsAt),
      cancelled: cancelledAt !== null,
    })),
    posts: group.posts,
    sent: sent.map(({ answeredAt, ...each }) => ({
      ...each,
      when: answeredAt && shownTime(ctx, c, answeredAt),
    })),
    may: { edit: may(actor, "edit-groups", id), close: may(actor, "edit-groups") },
    asked,
    said,
  });
  return c.html(page, said === "notAThing" ? 400 : 200);
}
