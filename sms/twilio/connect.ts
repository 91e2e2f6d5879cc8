import type { Twilio } from "twilio";
import { createTransport } from "#sms/twilio/transport.ts";

export type Login = {
  readonly accountSid: string;
  readonly authToken: string;
  /** `https://api.twilio.com`, or any server that speaks the same API. */
  readonly apiUrl: string;
  readonly timeoutMs: number;
};

/** Loads the package on the first use: 34 MB and a tenth of a second that a simulated node never needs. */
export async function connect(login: Login): Promise<Twilio> {
  const { default: twilio } = await import("twilio");
  const httpClient = new twilio.RequestClient();
  httpClient.request = createTransport(login).request;
  return twilio(login.accountSid, login.authToken, { httpClient, autoRetry: false });
}
