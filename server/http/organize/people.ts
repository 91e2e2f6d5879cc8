import { zValidator } from "@hono/zod-validator";
import { Hono } from "hono";
import { z } from "zod";
import { peoplePage, type Said } from "#kiosk/organize/people.ts";
import { isServed, readPhone } from "#server/domain/phone.ts";
import { ROLES } from "#server/domain/role.ts";
import { grantRole, revokeRole } from "../../actions/grant-role.ts";
import type { Context } from "../../context.ts";
import { recentAudit } from "../../store/audit.ts";
import { listGroups } from "../../store/groups.ts";
import { listRoles } from "../../store/roles.ts";
import { frameOf, shownTime } from "./frame.ts";
import { RowId } from "./row-id.ts";
import { allows, type OrganizeEnv, type OrganizeRequest } from "./session.ts";

const Granted = z.object({
  name: z.string().trim().min(1).max(30),
  phone: z.string().max(40),
  role: z.enum(ROLES),
  group: z.union([z.literal(""), RowId]),
});
const Id = z.object({ id: RowId });
const Older = z.object({ before: RowId.optional() });
const MOST_LINES = 50;

/** Who has which role, until when; and the audit trail. */
export function peopleRoutes(ctx: Context): Hono<OrganizeEnv> {
  const routes = new Hono<OrganizeEnv>();
  routes.use(allows("grant-roles"));

  routes.get("/", zValidator("query", Older), (c) => show(c, null, c.req.valid("query").before ?? null));

  routes.post("/", zValidator("form", Granted), async (c) => {
    const { phone: typed, role, group, name } = c.req.valid("form");
    const phone = readPhone(typed, ctx.config.defaultRegion);
    if (!phone || !isServed(phone, ctx.config.countries)) return show(c, "badPhone");
    const groupId = group === "" ? null : group;
    if ((role === "convenor") !== (groupId !== null)) return show(c, "groupMissing");
    await grantRole(ctx, c.var.actor, { phone, role, groupId, name });
    return show(c, "given");
  });

  routes.post("/:id/end", zValidator("param", Id), async (c) => {
    await revokeRole(ctx, c.var.actor, c.req.valid("param").id);
    return show(c, "taken");
  });

  return routes;

  async function show(c: OrganizeRequest, said: Said, before: number | null = null) {
    const [roles, groups, trail] = await Promise.all([
      listRoles(ctx.db, ctx.now()),
      listGroups(ctx.db),
      recentAudit(ctx.db, MOST_LINES + 1, before),
    ]);
    const lines = trail.slice(0, MOST_LINES);
    const page = peoplePage({
      frame: frameOf(ctx, c),
      roles: roles.map((each) => ({
        ...each,
        until: shownTime(ctx, c, each.expiresAt),
        accepted: each.acceptedAt !== null,
      })),
      groups,
      trail: lines.map(({ at, actorName, ...line }) => ({
        ...line,
        name: actorName,
        when: shownTime(ctx, c, at),
      })),
      older: trail.length > lines.length ? (lines.at(-1)?.id ?? null) : null,
      said,
    });
    return c.html(page, said === "badPhone" || said === "groupMissing" ? 400 : 200);
  }
}
