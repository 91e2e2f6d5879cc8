import { zValidator } from "@hono/zod-validator";
import { Hono } from "hono";
import { z } from "zod";
import { TENT_NEWS, type TentSaid, tentPage } from "#kiosk/organize/tent.ts";
import { LANGUAGES } from "#server/domain/language.ts";
import { addForTent } from "../../actions/add-tent-person.ts";
import { joinForOther, leaveForOther } from "../../actions/group-for-other.ts";
import { unsharePhone } from "../../actions/share-phone.ts";
import { readLetters, type Typed, typeForOther } from "../../actions/type-for-other.ts";
import type { Context } from "../../context.ts";
import { tentPeople } from "../../store/tent.ts";
import { frameOf } from "./frame.ts";
import { RowId } from "./row-id.ts";
import { allows, type OrganizeEnv, type OrganizeRequest } from "./session.ts";
import { sendSlip, showSlip, showTentPerson } from "./tent-person.ts";

const Id = zValidator("param", z.object({ id: RowId }));
const Said = zValidator("query", z.object({ said: z.enum(TENT_NEWS).nullable().catch(null) }));
const New = z.object({ handle: z.string().max(60), language: z.enum(LANGUAGES), phone: z.string().max(40) });
const Post = z.object({ kind: z.enum(["need", "gift"]), words: z.string().max(500) });
const Close = z.object({ number: RowId, how: z.enum(["done", "drop", "still"]) });
const Words = z.object({ number: RowId, words: z.string().max(500) });
const Slip = z.object({ number: RowId.nullable().catch(null), width: z.enum(["58", "80"]).catch("58") });

/** A helper types for people without a phone of their own; a printed slip is their receipt. */
export function tentRoutes(ctx: Context): Hono<OrganizeEnv> {
  const routes = new Hono<OrganizeEnv>();
  routes.use(allows("type-for-others"));

  routes.get("/", Said, (c) => show(ctx, c, c.req.valid("query").said));

  routes.post("/", zValidator("form", New), async (c) => {
    const given = c.req.valid("form");
    const added = await addForTent(ctx, c.var.actor, given);
    if (!added.ok) return show(ctx, c, added.refusal, given);
    return c.redirect(`/organize/tent/${added.personId}?said=made`, 303);
  });

  routes.get("/:id", Id, Said, (c) =>
    showTentPerson(ctx, c, c.req.valid("param").id, { said: c.req.valid("query").said, answer: null }),
  );

  routes.get("/:id/slip", Id, zValidator("query", Slip), (c) =>
    showSlip(ctx, c, c.req.valid("param").id, c.req.valid("query")),
  );

  routes.post("/:id/leave", Id, zValidator("form", z.object({ group: RowId })), async (c) => {
    const personId = c.req.valid("param").id;
    await leaveForOther(ctx, c.var.actor, { personId, groupId: c.req.valid("form").group });
    return c.redirect(`/organize/tent/${personId}?said=left`, 303);
  });

  routes.post("/:id/unshare", Id, async (c) => {
    const personId = c.req.valid("param").id;
    await unsharePhone(ctx, c.var.actor, personId);
    return c.redirect(`/organize/tent/${personId}?said=unshared`, 303);
  });

  routes.post("/:id/forget", Id, async (c) => {
    await typeForOther(ctx, c.var.actor, c.req.valid("param").id, { does: "forget" });
    return c.redirect("/organize/tent?said=forgotten", 303);
  });

  routes.post("/:id/read", Id, zValidator("form", z.object({ upTo: RowId })), async (c) => {
    const personId = c.req.valid("param").id;
    await readLetters(ctx, c.var.actor, { personId, upTo: c.req.valid("form").upTo });
    return c.redirect(`/organize/tent/${personId}?said=read`, 303);
  });

  routes.post("/:id/join", Id, zValidator("form", z.object({ group: RowId })), async (c) => {
    const personId = c.req.valid("param").id;
    const groupId = c.req.valid("form").group;
    const said = await joinForOther(ctx, c.var.actor, { personId, groupId });
    if (said !== "joined") return showTentPerson(ctx, c, personId, { said, answer: null });
    return c.redirect(`/organize/tent/${personId}/slip`, 303);
  });

  return typingRoutes(ctx, routes);
}

/** What is typed in somebody's name. */
function typingRoutes(ctx: Context, routes: Hono<OrganizeEnv>): Hono<OrganizeEnv> {
  routes.get("/:id/slip.bin", Id, zValidator("query", Slip), (c) =>
    sendSlip(ctx, c, c.req.valid("param").id, c.req.valid("query")),
  );

  routes.post("/:id/post", Id, zValidator("form", Post), (c) =>
    type(ctx, c, c.req.valid("param").id, { does: "post", ...c.req.valid("form") }),
  );

  routes.post("/:id/close", Id, zValidator("form", Close), (c) => {
    const { how, number } = c.req.valid("form");
    return type(ctx, c, c.req.valid("param").id, { does: how, number });
  });

  routes.post("/:id/say", Id, zValidator("form", Words), (c) =>
    type(ctx, c, c.req.valid("param").id, { does: "relay", ...c.req.valid("form") }),
  );

  return routes;
}

/** A post made or closed gives its receipt; everything else says what a phone would have been told. */
async function type(ctx: Context, c: OrganizeRequest, personId: number, typed: Typed) {
  const outcome = await typeForOther(ctx, c.var.actor, personId, typed);
  if (!outcome) return show(ctx, c, "gone");
  if (outcome.number !== null)
    return c.redirect(`/organize/tent/${personId}/slip?number=${outcome.number}`, 303);
  return showTentPerson(ctx, c, personId, { said: null, answer: outcome.answer });
}

async function show(ctx: Context, c: OrganizeRequest, said: TentSaid, typed = { handle: "", phone: "" }) {
  const page = tentPage({ frame: frameOf(ctx, c), people: await tentPeople(ctx.db), typed, said });
  return c.html(page, said === null || TENT_NEWS.some((each) => each === said) ? 200 : 400);
}
