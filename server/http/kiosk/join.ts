import { Hono } from "hono";
import { z } from "zod";
import { comePage, type JoinGroup, joinPage, namePage, tooManyPage } from "#kiosk/join/page.ts";
import { joinWithoutPhone } from "../../actions/kiosk/join-without-phone.ts";
import type { Context } from "../../context.ts";
import { groupsFor } from "../../store/groups.ts";
import { form } from "../cards/buttons.ts";
import type { KioskEnv, KioskRequest } from "./env.ts";
import { kioskIdOf, Nonce, newNonce } from "./pressed.ts";
import { shownWhen } from "./when.ts";

const Called = z.object({ handle: z.string().max(60), nonce: Nonce });

/** Into a group: by text, by a name at the tent, or by just going there. */
export function joinRoutes(ctx: Context): Hono<KioskEnv> {
  const routes = new Hono<KioskEnv>();
  routes.get("/:id{[0-9]+}/join", (c) => withGroup(ctx, c, (group) => c.html(joinPage(c.var.frame, group))));
  routes.get("/:id{[0-9]+}/come", (c) =>
    withGroup(ctx, c, (group) => c.html(comePage(c.var.frame, group, null))),
  );
  routes.get("/:id{[0-9]+}/name", (c) => withGroup(ctx, c, (group) => askName(c, group, false)));
  routes.post("/:id{[0-9]+}/name", form(Called), (c) =>
    withGroup(ctx, c, (group) => joinByName(ctx, c, group, c.req.valid("form"))),
  );
  return routes;
}

/** As somebody whom nobody knows may see it. */
async function withGroup(
  ctx: Context,
  c: KioskRequest,
  show: (group: JoinGroup) => Response | Promise<Response>,
): Promise<Response> {
  const groups = await groupsFor(ctx.db, 0, ctx.now());
  const group = groups.find(({ id }) => String(id) === c.req.param("id"));
  if (!group) return c.redirect(`/kiosk/groups?lang=${c.var.frame.language}`);
  const { id, name, place, contact, open, next } = group;
  const when = next && {
    when: shownWhen(ctx, c.var.frame.language, next.startsAt),
    place: next.place,
  };
  return show({ id, name, place, contact, open, next: when });
}

function askName(c: KioskRequest, group: JoinGroup, isAgain: boolean) {
  const { frame } = c.var;
  if (!frame.mayAct || !group.open) return c.html(joinPage(frame, group));
  return c.html(namePage(frame, { id: group.id, nonce: newNonce(), isAgain }));
}

async function joinByName(
  ctx: Context,
  c: KioskRequest,
  group: JoinGroup,
  { handle, nonce }: z.infer<typeof Called>,
) {
  const { frame } = c.var;
  const presser = { kioskId: kioskIdOf(c), language: frame.language, nonce };
  const joined = await joinWithoutPhone(ctx, presser, { groupId: group.id, called: handle });
  if (joined.ok) return c.html(comePage(frame, group, joined.handle));
  if (joined.refusal === "bad-handle") return askName(c, group, true);
  if (joined.refusal === "too-many") return c.html(tooManyPage(frame, group.id));
  return c.html(joinPage(frame, { ...group, open: false }));
}
