import { Hono, type Context as Request } from "hono";
import { bodyLimit } from "hono/body-limit";
import { parseInbound } from "#sms/twilio/inbound.ts";
import { type Form, isSigned } from "#sms/twilio/signature.ts";
import { parseStatus } from "#sms/twilio/status.ts";
import { twimlOf } from "#sms/twilio/twiml.ts";
import { receiveText } from "../actions/receive-text.ts";
import { recordStatus } from "../actions/record-status.ts";
import type { Booted } from "../context.ts";

const MOST_BYTES = 32 * 1024;

/** The carrier's webhooks. What is not signed over PUBLIC_URL and path is refused before anything is read or kept. */
export function twilioRoutes({ ctx, webhookTokens }: Pick<Booted, "ctx" | "webhookTokens">): Hono {
  const routes = new Hono();
  routes.use(bodyLimit({ maxSize: MOST_BYTES, onError: (c) => c.body(null, 413) }));

  routes.post("/sms", async (c) => {
    const form = await signedForm(c);
    if (!form) return refuse(c);
    const inbound = parseInbound(form);
    if (!inbound.ok || !isOurs(inbound.accountSid)) return refuse(c);
    const reply = await receiveText(ctx, inbound.text, "response");
    return c.body(twimlOf(reply), 200, { "content-type": "text/xml; charset=utf-8" });
  });

  routes.post("/status", async (c) => {
    const form = await signedForm(c);
    if (!form) return refuse(c);
    const status = parseStatus(form, { text: c.req.query("text") });
    if (status.ok && isOurs(status.accountSid)) await recordStatus(ctx, status.report);
    return c.body(null, 204);
  });

  return routes;

  async function signedForm(c: Request): Promise<Form | null> {
    const params = Object.fromEntries(new URLSearchParams(await c.req.text()));
    const { search } = new URL(c.req.url);
    const url = ctx.config.publicUrl + c.req.path + search;
    const signature = c.req.header("x-twilio-signature");
    return isSigned({ tokens: webhookTokens(), url, signature, params }) ? params : null;
  }

  function refuse(c: Request): Response {
    ctx.metrics.refused.inc();
    return c.body(null, 403);
  }

  function isOurs(accountSid: string): boolean {
    return !ctx.config.twilio || ctx.config.twilio.accountSid === accountSid;
  }
}
