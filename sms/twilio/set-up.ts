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

export type SetUp =
  | {
      readonly ok: false;
      readonly refusal: "suspended" | "not in this account" | "no texts" | "not in the service";
    }
  | {
      readonly ok: true;
      /** A trial account texts verified numbers only. */
      readonly isTrial: boolean;
      /** The number, or the service's name. */
      readonly sender: string;
      /** Where texts went before; null: nowhere. */
      readonly before: string | null;
      /** Whether somebody answers while we are down. */
      readonly hasFallback: boolean;
      /** Whether Giftline answers at the webhook as seen from here; null without one. */
      readonly isAnswered: boolean | null;
    };

/**
 * Points a number or a Messaging Service at `webhook`, as the documentation of Twilio's API v2010 and Messaging v1
 * says; what is there for other purposes (fallback, voice, opt-out) stays. Throws a `TwilioFault` where Twilio cannot
 * be reached or knows no such login.
 */
export async function setUp(wanted: ToSetUp): Promise<SetUp> {
  const client = await connect(wanted);
  const account = await client.api.v2010.accounts(wanted.accountSid).fetch();
  if (account.status !== "active") return { ok: false, refusal: "suspended" };
  const pointed = wanted.messagingServiceSid
    ? await pointService(client, wanted.messagingServiceSid, wanted)
    : await pointNumber(client, wanted.from ?? "", wanted.webhook);
  if (!pointed.ok) return pointed;
  const isAnswered =
    wanted.webhook === null ? null : await refusesStrangers(wanted.webhook, wanted.timeoutMs);
  return { ...pointed, isTrial: account.type === "Trial", isAnswered };
}

type Pointed =
  | Extract<SetUp, { ok: false }>
  | Pick<Extract<SetUp, { ok: true }>, "ok" | "sender" | "before" | "hasFallback">;

/** What Twilio has not signed is refused by Giftline, and by little else in the same way. */
async function refusesStrangers(webhook: string, timeoutMs: number): Promise<boolean> {
  const signal = AbortSignal.timeout(timeoutMs);
  const answer = await fetch(webhook, { method: "POST", signal }).catch(() => null);
  await answer?.body?.cancel();
  return answer?.status === 403;
}

async function pointNumber(client: Twilio, number: string, webhook: string | null): Promise<Pointed> {
  const line = await findLine(client, number);
  if (!line) return { ok: false, refusal: "not in this account" };
  if (!line.takesTexts) return { ok: false, refusal: "no texts" };
  await pointLine(client, line, webhook);
  return { ok: true, sender: number, before: line.smsUrl, hasFallback: line.hasFallback };
}

async function pointService(client: Twilio, sid: string, { from, webhook }: ToSetUp): Promise<Pointed> {
  const service = client.messaging.v1.services(sid);
  const found = await service.fetch();
  const members = await numbersOf(client, { messagingServiceSid: sid });
  if (from?.startsWith("+") && !members.has(from)) return { ok: false, refusal: "not in the service" };
  if (webhook === null) {
    // A service without a webhook throws texts away; one that leaves it to its numbers keeps them to be fetched.
    await service.update({ useInboundWebhookOnNumber: true });
    for (const number of members) await pointNumber(client, number, null);
  } else {
    const address = { inboundRequestUrl: webhook, inboundMethod: "POST" };
    await service.update({ ...address, useInboundWebhookOnNumber: false });
  }
  const before = found.useInboundWebhookOnNumber ? null : found.inboundRequestUrl || null;
  return { ok: true, sender: found.friendlyName, before, hasFallback: Boolean(found.fallbackUrl) };
}
