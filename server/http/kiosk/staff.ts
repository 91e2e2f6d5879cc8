import { Hono } from "hono";
import { z } from "zod";
import { STAFF_VIEWS, type StaffView, staffPage } from "#kiosk/staff/corner.ts";
import { type PinSaid, pinPage } from "#kiosk/staff/pin.ts";
import { rulerPage } from "#kiosk/staff/ruler.ts";
import { readPixelsPerMm } from "#server/domain/kiosk.ts";
import { isStaffTicket, openStaffCorner } from "../../actions/kiosks/open-staff-corner.ts";
import { setOrder, setSize } from "../../actions/kiosks/tend-screen.ts";
import type { Context } from "../../context.ts";
import { type Kiosk, pinHashOf } from "../../store/kiosks.ts";
import type { KioskEnv, KioskRequest } from "./env.ts";
import { staffFacts } from "./staff-facts.ts";

/** Where no ruler was held to the screen yet, the ruler begins at a common one. */
const COMMON_PIXELS_PER_MM = 5.88;
const Pin = z.object({ pin: z.string().max(20) });
const Ticket = z.object({ ticket: z.string().max(100) });
const View = Ticket.extend({ view: z.enum(STAFF_VIEWS) });
const Size = Ticket.extend({ size: z.coerce.number().nullable().catch(null) });
const Order = Ticket.extend({ order: z.enum(["in", "out"]) });

/** Behind a corner that is held, and a PIN: how the screen is, and what whoever looks after it can do. */
export function staffRoutes(ctx: Context): Hono<KioskEnv> {
  const routes = new Hono<KioskEnv>();
  routes.get("/", async (c) => {
    const { kiosk } = c.var;
    if (!kiosk || !c.var.frame.mayAct) return c.redirect(`/kiosk/pair?lang=${c.var.frame.language}`);
    return c.html(pinPage(c.var.frame, (await pinHashOf(ctx.db, kiosk.id)) === null ? "no-pin" : null));
  });

  routes.post("/", async (c) => {
    const { kiosk, frame } = c.var;
    const read = Pin.safeParse(await c.req.parseBody());
    if (!kiosk || !read.success) return c.html(pinPage(frame, "wrong"), 400);
    const opened = await openStaffCorner(ctx, kiosk.id, read.data.pin);
    if (!opened.ok) return c.html(pinPage(frame, opened.refusal));
    return show({ ctx, c }, kiosk, { ticket: opened.ticket, view: "all", isSaved: false });
  });

  routes.post("/view", (c) =>
    withTicket({ ctx, c }, View, (kiosk, { ticket, view }) =>
      show({ ctx, c }, kiosk, { ticket, view, isSaved: false }),
    ),
  );

  routes.post("/ruler", (c) =>
    withTicket({ ctx, c }, Size, (kiosk, { ticket, size }) => {
      const shown = (size && readPixelsPerMm(size)) ?? kiosk.pixelsPerMm ?? COMMON_PIXELS_PER_MM;
      return c.html(rulerPage(c.var.frame, ticket, shown));
    }),
  );

  routes.post("/size", (c) =>
    withTicket({ ctx, c }, Size, async (kiosk, { ticket, size }) => {
      const isSaved = size !== null && (await setSize(ctx, kiosk.id, size));
      const pixelsPerMm = isSaved ? readPixelsPerMm(size) : kiosk.pixelsPerMm;
      return show({ ctx, c }, { ...kiosk, pixelsPerMm }, { ticket, view: "all", isSaved });
    }),
  );

  routes.post("/order", (c) =>
    withTicket({ ctx, c }, Order, async (kiosk, { ticket, order }) => {
      await setOrder(ctx, kiosk.id, order);
      const outOfOrderAt = order === "out" ? ctx.now() : null;
      return show({ ctx, c }, { ...kiosk, outOfOrderAt }, { ticket, view: "all", isSaved: false });
    }),
  );

  return routes;
}

type At = { readonly ctx: Context; readonly c: KioskRequest };

/** Goes on when the PIN was typed here a short while ago; else asks for it again. */
async function withTicket<T extends { readonly ticket: string }>(
  { ctx, c }: At,
  form: z.ZodType<T>,
  then: (kiosk: Kiosk, given: T) => Response | Promise<Response>,
): Promise<Response> {
  const { kiosk, frame } = c.var;
  const read = form.safeParse(await c.req.parseBody());
  if (!kiosk || !read.success || !(await isStaffTicket(ctx, kiosk.id, read.data.ticket)))
    return c.html(pinPage(frame, "over" satisfies PinSaid));
  return then(kiosk, read.data);
}

async function show(
  { ctx, c }: At,
  kiosk: Kiosk,
  shown: { readonly ticket: string; readonly view: StaffView; readonly isSaved: boolean },
): Promise<Response> {
  return c.html(staffPage({ frame: c.var.frame, ...shown, ...(await staffFacts(ctx, c, kiosk)) }));
}
