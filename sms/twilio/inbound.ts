import { z } from "zod";
import type { IncomingText } from "#sms/carrier.ts";

export type InboundParse =
  | { readonly ok: true; readonly text: IncomingText; readonly accountSid: string }
  | { readonly ok: false };

/** Reads the form of an inbound webhook; fields that nobody asked for are ignored, missing ones refuse it. */
export function parseInbound(form: Readonly<Record<string, string>>): InboundParse {
  const parsed = InboundForm.safeParse(form);
  if (!parsed.success) return { ok: false };
  const { MessageSid, From, To, Body, NumMedia, OptOutType, AccountSid } = parsed.data;
  return {
    ok: true,
    accountSid: AccountSid,
    text: {
      carrierId: MessageSid,
      from: From,
      to: To,
      body: Body,
      mediaCount: NumMedia,
      answeredByCarrier: OptOutType,
    },
  };
}

const InboundForm = z.object({
  MessageSid: z.string().min(1).max(64),
  AccountSid: z.string().min(1).max(64),
  From: z.string().min(1).max(64),
  To: z.string().min(1).max(64),
  // PostgreSQL cannot store NUL, and a text must not be lost for one.
  Body: z
    .string()
    .default("")
    .transform((body) => body.replaceAll("\0", "")),
  NumMedia: z.coerce.number().int().nonnegative().catch(0),
  // Only sent with Advanced Opt-Out, and then Twilio has already answered.
  OptOutType: z
    .string()
    .toLowerCase()
    .pipe(z.enum(["stop", "start", "help"]))
    .nullable()
    .catch(null),
});
