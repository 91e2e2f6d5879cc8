import { z } from "zod";
import type { DeliveryStatus, StatusReport } from "#sms/carrier.ts";
import { failureOf } from "#sms/twilio/errors.ts";

export type StatusParse =
  | { readonly ok: true; readonly report: StatusReport; readonly accountSid: string }
  | { readonly ok: false };

/** Reads a delivery report: its form, and our own id from `?text=ID` of the address it came to. */
export function parseStatus(
  form: Readonly<Record<string, string>>,
  query: { readonly text?: string | undefined },
): StatusParse {
  const parsed = StatusForm.safeParse(form);
  if (!parsed.success) return { ok: false };
  const { MessageSid, AccountSid, MessageStatus, ErrorCode } = parsed.data;
  const status = deliveryStatusOf(MessageStatus);
  if (status === null) return { ok: false };
  const failure = status === "failed" ? failureOf(ErrorCode ?? MessageStatus) : null;
  const textId = TextId.safeParse(query.text).data ?? null;
  return { ok: true, accountSid: AccountSid, report: { textId, carrierId: MessageSid, status, failure } };
}

/** Our word for one of Twilio's; null for a word they have added since. */
export function deliveryStatusOf(word: string): DeliveryStatus | null {
  return statuses.get(word.toLowerCase()) ?? null;
}

const statuses: ReadonlyMap<string, DeliveryStatus> = new Map([
  ["accepted", "accepted"],
  ["scheduled", "accepted"],
  ["queued", "queued"],
  ["sending", "sending"],
  ["sent", "sent"],
  ["partially_delivered", "sent"],
  ["delivered", "delivered"],
  ["read", "delivered"],
  ["receiving", "delivered"],
  ["received", "delivered"],
  ["undelivered", "failed"],
  ["failed", "failed"],
  ["canceled", "failed"],
]);

const StatusForm = z.object({
  MessageSid: z.string().min(1).max(64),
  AccountSid: z.string().min(1).max(64),
  MessageStatus: z.string().min(1),
  ErrorCode: z
    .string()
    .regex(/^[1-9]\d*$/)
    .optional()
    .catch(undefined),
});

const TextId = z
  .string()
  .regex(/^\d{1,15}$/)
  .transform(Number);
