import type { Twilio } from "twilio";
import { connect, type Login } from "#sms/twilio/connect.ts";
import { findLine, pointLine } from "#sms/twilio/lines.ts";
import { numbersOf } from "#sms/twilio/listing.ts";

export type ToSetUp = Login & {
  readonly from?: string | undefined;
  readonly messagingServiceSid?: string | undefined;
  /** Where texts are to be posted; null: nowhere, they are fetched. */
  readonly webhook: string | null;
};

type Refused = {
  readonly ok: false;
  readonly refusal: "suspended" | "not in this account" | "no texts" | "not in the service";
};

type Pointed = {
  readonly ok: true;
  /** The number, or the service's name. */
  readonly sender: string;
  /** Where texts went before; null: nowhere. */
  readonly before: string | null;
  /** Whether somebody answers while we are down. */
  readonly hasFallback: boolean;
};

/** `isTrial`: it texts verified numbers only. */
export type SetUp = Pointed & { readonly isTrial: boolean };

/**
 * Points a number or a Messaging Service at `webhook`, as the documentation of Twilio's API v2010 and Messaging v1
 * says; what is there for other purposes (fallback, voice, opt-out) stays. Throws a `TwilioFault` where Twilio cannot
 * be reached or knows no such login.
 */
export async function setUp(wanted: ToSetUp): Promise<SetUp | Refused> {
  const client = await connect(wanted);
  const account = await client.api.v2010.accounts(wanted.accountSid).fetch();
  if (account.status !== "active") return { ok: false, refusal: "suspended" };
  const pointed = wanted.messagingServiceSid
    ? await pointService(client, wanted.messagingServiceSid, wanted)
    : await pointNumber(client, wanted.from ?? "", wanted.webhook);
  return pointed.ok ? { ...pointed, isTrial: account.type === "Trial" } : pointed;
}

async function pointNumber(
  client: Twilio,
  number: string,
  webhook: string | null,
): Promise<Pointed | Refused> {
  const line = await findLine(client, number);
  if (!line) return { ok: false, refusal: "not in this account" };
  if (!line.takesTexts) return { ok: false, refusal: "no texts" };
  await pointLine(client, line, webhook);
  return { ok: true, sender: number, before: line.smsUrl, hasFallback: line.hasFallback };
}

async function pointService(
  client: Twilio,
  sid: string,
  { from, webhook }: ToSetUp,
): Promise<Pointed | Refused> {
  const service = client.messaging.v1.services(sid);
  const found = await service.fetch();
  const members = await numbersOf(client, { messagingServiceSid: sid });
  if (from?.startsWith("+") && !members.has(from)) return { ok: false, refusal: "not in the service" };
  if (webhook === null) {
    for (const number of members) {
      const taken = await pointNumber(client, number, null);
      if (!taken.ok) return taken;
    }
    // A service without a webhook throws texts away; one that leaves it to its numbers keeps them to be fetched.
    await service.update({ useInboundWebhookOnNumber: true });
  } else {
    const address = { inboundRequestUrl: webhook, inboundMethod: "POST" };
    await service.update({ ...address, useInboundWebhookOnNumber: false });
  }
  const before = found.useInboundWebhookOnNumber ? null : found.inboundRequestUrl || null;
  return { ok: true, sender: found.friendlyName, before, hasFallback: Boolean(found.fallbackUrl) };
}
