import { zValidator } from "@hono/zod-validator";
import { Hono } from "hono";
import { z } from "zod";
import { isGood, type KiosksSaid, kiosksPage } from "#kiosk/organize/kiosks.ts";
import { changeScreen } from "../../actions/kiosks/change-kiosk.ts";
import { letAct } from "../../actions/kiosks/let-act.ts";
import type { Context } from "../../context.ts";
import { listKiosks } from "../../store/kiosks.ts";
import { frameOf, shownTime } from "./frame.ts";
import { RowId } from "./row-id.ts";
import { allows, type OrganizeEnv, type OrganizeRequest } from "./session.ts";

const Id = z.object({ id: RowId });
const Text = z.string().max(100);
const Let = z.object({ code: Text, name: Text });
const Wish = z.discriminatedUnion("does", [
  z.object({ does: z.literal("rename"), name: Text }),
  z.object({ does: z.literal("pin"), pin: Text }),
  z.object({ does: z.literal("printer"), printer: Text }),
  z.object({ does: z.enum(["out-of-order", "in-order"]) }),
  z.object({ does: z.literal("revoke") }),
]);

/** The touchscreens: who let them act, and what they are set to. */
export function kiosksRoutes(ctx: Context): Hono<OrganizeEnv> {
  const routes = new Hono<OrganizeEnv>();
  routes.use(allows("tend-kiosks"));

  routes.get("/", (c) => show(ctx, c, null));

  routes.post("/", zValidator("form", Let), async (c) =>
    show(ctx, c, await letAct(ctx, c.var.actor, c.req.valid("form"))),
  );

  routes.post("/:id", zValidator("param", Id), zValidator("form", Wish), async (c) => {
    const { id } = c.req.valid("param");
    return show(ctx, c, await changeScreen(ctx, c.var.actor, { id, ...c.req.valid("form") }));
  });

  return routes;
}

async function show(ctx: Context, c: OrganizeRequest, said: KiosksSaid | null) {
  const rows = await listKiosks(ctx.db);
  const screens = rows.map(({ here, approvedBy, seenAt, outOfOrderAt, ...row }) => ({
    ...row,
    isHere: here,
    letBy: approvedBy,
    seen: seenAt && shownTime(ctx, c, seenAt, true),
    isOutOfOrder: outOfOrderAt !== null,
  }));
  return c.html(kiosksPage({ frame: frameOf(ctx, c), screens, said }), isGood(said) ? 200 : 400);
}
