import { Hono } from "hono";
import { z } from "zod";
import { consentPage } from "#kiosk/phone/consent.ts";
import { numberPage } from "#kiosk/phone/number.ts";
import { notSentPage, sentPage } from "#kiosk/phone/sent.ts";
import { readableNumber } from "#kiosk/readable-number.ts";
import { Wish } from "#server/domain/wish.ts";
import { askPhone, readServed } from "../../actions/kiosk/ask-phone.ts";
import type { Context } from "../../context.ts";
import { form } from "../cards/buttons.ts";
import type { KioskEnv, KioskRequest } from "./env.ts";
import { kioskIdOf, Nonce, newNonce } from "./pressed.ts";

const Typed = z.object({ phone: z.string().trim().max(40) });
const Agreed = Typed.extend({ nonce: Nonce, consent: z.literal("yes").optional() });

/** A phone number at the touchscreen: typed, agreed to, and texted once. It is in no address. */
export function phoneRoutes(ctx: Context): Hono<KioskEnv> {
  const routes = new Hono<KioskEnv>();
  routes.post("/", form(Wish), (c) => c.html(numberPage(c.var.frame, c.req.valid("form"))));
  routes.post("/consent", form(Wish.and(Typed)), (c) => {
    const { phone: typed, ...wish } = c.req.valid("form");
    const { frame } = c.var;
    if (readServed(ctx, typed) === null) return c.html(numberPage(frame, wish, true));
    return c.html(consentPage({ frame, wish, typed, nonce: newNonce(), isUnticked: false }));
  });
  routes.post("/text", form(Wish.and(Agreed)), (c) => ask(ctx, c, c.req.valid("form")));
  return routes;
}

async function ask(ctx: Context, c: KioskRequest, said: Wish & z.infer<typeof Agreed>) {
  const { phone: typed, nonce, consent, ...wish } = said;
  const { frame } = c.var;
  if (consent !== "yes") return c.html(consentPage({ frame, wish, typed, nonce, isUnticked: true }));
  const { language } = frame;
  const asked = await askPhone(ctx, { kioskId: kioskIdOf(c), phone: typed, language, nonce, wish });
  if (asked === "not-a-number") return c.html(numberPage(frame, wish, true));
  if (asked !== "asked") return c.html(notSentPage(frame));
  return c.html(sentPage(frame, typed, readableNumber(ctx.carrier.sender)));
}
