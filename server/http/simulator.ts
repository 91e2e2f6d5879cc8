import { randomUUID } from "node:crypto";
import { zValidator } from "@hono/zod-validator";
import { Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { z } from "zod";
import { simulatorPage } from "#kiosk/simulator/page.ts";
import { readPhone } from "#server/domain/phone.ts";
import { SIMULATOR_ACCOUNT, SIMULATOR_NUMBER } from "#sms/simulator/carrier.ts";
import { signatureFor } from "#sms/twilio/signature.ts";
import { type ShownText, showPhone } from "../actions/show-phone.ts";
import type { Booted } from "../context.ts";

/** What a phone on the page is told every moment. */
export type PhoneTexts = { readonly texts: readonly ShownText[] };

const MOST_BYTES = 16 * 1024;
const Sent = z.object({ from: z.string().max(30), body: z.string().max(1600) });

/** Phones on a page, for visitors and tests. They text through the same signed route that Twilio uses. */
export function simulatorRoutes(
  { ctx, webhookTokens }: Pick<Booted, "ctx" | "webhookTokens">,
  app: Hono,
): Hono {
  const routes = new Hono();
  routes.use(bodyLimit({ maxSize: MOST_BYTES, onError: (c) => c.json({ fault: "Too large." }, 413) }));

  routes.get("/", (c) => c.html(simulatorPage({ nodeName: ctx.config.nodeName })));

  routes.post("/texts", zValidator("json", Sent), async (c) => {
    const { from, body } = c.req.valid("json");
    const phone = readPhone(from, ctx.config.defaultRegion);
    if (!phone) return c.json({ fault: "That is no phone number." }, 400);
    const params = {
      MessageSid: `SM${randomUUID().replaceAll("-", "")}`,
      AccountSid: SIMULATOR_ACCOUNT,
      From: phone,
      To: SIMULATOR_NUMBER,
      Body: body,
      NumMedia: "0",
    };
    const signature = signatureFor({
      token: webhookTokens()[0] ?? "",
      url: `${ctx.config.publicUrl}/twilio/sms`,
      params,
    });
    const answer = await app.request("/twilio/sms", {
      method: "POST",
      headers: { "x-twilio-signature": signature },
      body: new URLSearchParams(params),
    });
    return answer.ok ? c.json({ taken: true }) : c.json({ fault: "The text was not taken." }, 502);
  });

  routes.get("/texts", zValidator("query", z.object({ phone: z.string().max(30) })), async (c) => {
    const phone = readPhone(c.req.valid("query").phone, ctx.config.defaultRegion);
    const shown: PhoneTexts = { texts: phone ? await showPhone(ctx, phone) : [] };
    return c.json(shown);
  });

  return routes;
}
