import type { Twilio } from "twilio";

/** A number or a short code of the account. */
export type Line = {
  readonly sid: string;
  readonly isShort: boolean;
  readonly takesTexts: boolean;
  readonly smsUrl: string | null;
  readonly hasFallback: boolean;
};

export async function findLine(client: Twilio, number: string): Promise<Line | null> {
  const isShort = !number.startsWith("+");
  const [found] = isShort
    ? await client.shortCodes.list({ shortCode: number, limit: 1 })
    : await client.incomingPhoneNumbers.list({ phoneNumber: number, limit: 1 });
  if (!found) return null;
  return {
    sid: found.sid,
    isShort,
    takesTexts: !("capabilities" in found) || found.capabilities.sms,
    smsUrl: found.smsUrl || null,
    hasFallback: Boolean(found.smsFallbackUrl),
  };
}

/** An empty address is how Twilio takes one away; an application of its own would go before the address. */
export async function pointLine(client: Twilio, line: Line, webhook: string | null): Promise<void> {
  const address = { smsUrl: webhook ?? "", smsMethod: "POST" };
  if (line.isShort) await client.shortCodes(line.sid).update(address);
  else await client.incomingPhoneNumbers(line.sid).update({ ...address, smsApplicationSid: "" });
}
