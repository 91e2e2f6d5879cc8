import type { Twilio } from "twilio";
import { z } from "zod";
import type { Carrier, OutgoingText, SendResult } from "#sms/carrier.ts";
import { connect, type Login } from "#sms/twilio/connect.ts";
import { erase } from "#sms/twilio/erase.ts";
import { resultOf, TwilioFault } from "#sms/twilio/errors.ts";
import { listSince, listTo } from "#sms/twilio/listing.ts";
import { deliveryStatusOf } from "#sms/twilio/status.ts";

export type TwilioOptions = Login & {
  /** One of the two, or both; with both, the number must be of the service. */
  readonly from?: string | undefined;
  readonly messagingServiceSid?: string | undefined;
  /** Where delivery reports go; null for a node without a public address. */
  readonly statusUrl: string | null;
};

/** Sends by Twilio. Nothing is retried in here: the caller knows what a second text would mean. */
export function twilioCarrier(options: TwilioOptions): Carrier {
  const sender = options.from ?? options.messagingServiceSid;
  if (sender === undefined) throw new Error("Twilio needs a number or a Messaging Service to send from");
  let loaded: Promise<Twilio> | undefined;
  const client = () => (loaded ??= connect(options));
  return {
    name: "twilio",
    answersReservedWords: true,
    sender,
    send: async (text) => send(await client(), options, text),
    listTo: async (to, since) => listTo(await client(), to, since),
    listSince: async (since) => listSince(await client(), options, since),
    erase: async (since, until) => erase(await client(), options, { since, until }),
  };
}

async function send(client: Twilio, options: TwilioOptions, text: OutgoingText): Promise<SendResult> {
  try {
    const { from, messagingServiceSid, statusUrl } = options;
    const created = Created.safeParse(
      await client.messages.create({
        to: text.to,
        body: text.body,
        ...(from === undefined ? {} : { from }),
        ...(messagingServiceSid === undefined ? {} : { messagingServiceSid }),
        ...(statusUrl === null ? {} : { statusCallback: `${statusUrl}?text=${text.textId}` }),
        ...(text.validForSeconds === null ? {} : { validityPeriod: validityPeriod(text.validForSeconds) }),
      }),
    );
    if (!created.success) return { kind: "unknown", code: "unreadable" };
    const { sid, status } = created.data;
    return { kind: "accepted", carrierId: sid, status: deliveryStatusOf(status) ?? "accepted" };
  } catch (error) {
    if (error instanceof TwilioFault) return resultOf(error.fault);
    throw error;
  }
}

const Created = z.object({ sid: z.string().min(1), status: z.string() });

/** Twilio takes 1 second to 10 hours, and refuses the whole text otherwise. */
function validityPeriod(seconds: number): number {
  return Math.min(36_000, Math.max(1, Math.floor(seconds)));
}
