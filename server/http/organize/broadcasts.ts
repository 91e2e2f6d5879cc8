import { zValidator } from "@hono/zod-validator";
import { Hono } from "hono";
import { z } from "zod";
import { broadcastForm, type Typed } from "#kiosk/organize/broadcast-form.ts";
import { broadcastsPage } from "#kiosk/organize/broadcasts.ts";
import type { BroadcastRefusal } from "#kiosk/organize/words/broadcasts.ts";
import { groupsToWriteTo, may } from "#server/domain/role.ts";
import { broadcastText, previewOf } from "#sms/broadcast.ts";
import { toGsm7 } from "#sms/gsm.ts";
import { draftBroadcast } from "../../actions/draft-broadcast.ts";
import { listBroadcasts } from "../../actions/list-broadcasts.ts";
import { viewBroadcast } from "../../actions/view-broadcast.ts";
import type { Context } from "../../context.ts";
import { countAudience, groupAudiences } from "../../store/audiences.ts";
import { comingGatherings } from "../../store/gatherings.ts";
import { audienceWords } from "./audience-words.ts";
import { Form, readForm, typedOf } from "./broadcast-forms.ts";
import { broadcastSteering } from "./broadcast-steering.ts";
import { frameOf, shownTime } from "./frame.ts";
import { RowId } from "./row-id.ts";
import { allows, type OrganizeEnv, type OrganizeRequest } from "./session.ts";

const Id = z.object({ id: RowId });
const Beginning = z.object({
  corrects: RowId.optional(),
  gathering: RowId.optional(),
});
const MOST = 50;
const EMPTY: Typed = {
  words: "",
  audience: "",
  groups: [],
  language: "",
  gathering: "",
  start: "",
  end: "",
  urgent: false,
};
const EVERYONE = { kind: "news", language: null } as const;

/** One text to many: written, counted, released by a second organizer, watched, paused, stopped, corrected. */
export function broadcastRoutes(ctx: Context): Hono<OrganizeEnv> {
  const routes = new Hono<OrganizeEnv>();
  routes.use(allows("broadcast"));

  routes.get("/", async (c) => {
    const rows = await listBroadcasts(ctx, c.var.actor, MOST);
    const audiences = rows.map(({ audience }) => audience);
    const wordsOf = await audienceWords(ctx, audiences, c.var.language);
    const list = rows.map((row) => ({
      ...row,
      audience: wordsOf(row.audience),
      when: shownTime(ctx, c, row.startedAt ?? row.createdAt),
    }));
    return c.html(broadcastsPage({ frame: frameOf(ctx, c), list, refusal: null }));
  });

  routes.get("/new", zValidator("query", Beginning), async (c) => {
    const { corrects, gathering } = c.req.valid("query");
    const audience = corrects ? `same:${corrects}` : gathering ? `told:${gathering}` : "";
    const typed = { ...EMPTY, audience, gathering: gathering ? String(gathering) : "" };
    return showForm(ctx, c, { id: null, typed, corrects: corrects ?? null, refusal: null });
  });

  routes.post("/preview", zValidator("form", z.object({ words: z.string().max(2000) })), (c) =>
    c.json(previewOf(broadcastText(ctx.config.nodeName, c.req.valid("form").words))),
  );

  routes.post("/", zValidator("form", Form), (c) => save(ctx, c, c.req.valid("form"), null));

  routes.get("/:id/edit", zValidator("param", Id), async (c) => {
    const row = await viewBroadcast(ctx, c.var.actor, c.req.valid("param").id);
    if (row?.state !== "draft") return c.redirect("/organize/broadcasts", 303);
    return showForm(ctx, c, {
      id: row.id,
      typed: typedOf(row, ctx.config.timeZone),
      corrects: row.correctsId,
      refusal: null,
    });
  });

  routes.post("/:id", zValidator("param", Id), zValidator("form", Form), (c) =>
    save(ctx, c, c.req.valid("form"), c.req.valid("param").id),
  );

  routes.route("/", broadcastSteering(ctx));

  return routes;
}

async function save(ctx: Context, c: OrganizeRequest, form: z.output<typeof Form>, id: number | null) {
  const corrects = form.audience.startsWith("same:") ? Number(form.audience.slice(5)) : null;
  const asked = { id, corrects, typed: { ...form, words: form.fix ? toGsm7(form.words) : form.words } };
  if (form.fix) return showForm(ctx, c, { ...asked, refusal: null });
  const read = readForm(form, corrects, ctx.now(), ctx.config.timeZone);
  if (!read.ok) return showForm(ctx, c, { ...asked, refusal: read.refusal });
  const saved = await draftBroadcast(ctx, c.var.actor, read.draft, id);
  if (!saved.ok) return showForm(ctx, c, { ...asked, refusal: saved.refusal });
  return c.redirect(`/organize/broadcasts/${saved.id}`, 303);
}

async function showForm(
  ctx: Context,
  c: OrganizeRequest,
  asked: { id: number | null; typed: Typed; corrects: number | null; refusal: BroadcastRefusal | null },
) {
  const { actor } = c.var;
  const [groups, gatherings] = await Promise.all([
    groupAudiences(ctx.db, MOST, groupsToWriteTo(actor)),
    comingGatherings(ctx.db, ctx.now(), MOST),
  ]);
  const mayAll = may(actor, "broadcast");
  const page = broadcastForm({
    ...asked,
    frame: frameOf(ctx, c),
    preview: previewOf(broadcastText(ctx.config.nodeName, asked.typed.words)),
    everyone: mayAll ? await countAudience(ctx.db, EVERYONE, ctx.config.defaultLanguage) : null,
    groups: groups.filter(({ id }) => may(actor, "broadcast", id)),
    gatherings: gatherings.map(({ id, title, startsAt }) => ({
      id,
      name: `${title}, ${shownTime(ctx, c, startsAt)}`,
    })),
  });
  return c.html(page, asked.refusal === null ? 200 : 400);
}
