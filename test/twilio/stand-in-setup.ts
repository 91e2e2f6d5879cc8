import type { Server, Socket } from "node:net";
import { onTestFinished } from "vitest";
import type { OutgoingText } from "#sms/carrier.ts";
import { type TwilioOptions, twilioCarrier } from "#sms/twilio/client.ts";
import { type StandIn, type StandInOptions, startStandIn } from "#test/support/stand-in-carrier.ts";

export const account = {
  accountSid: `AC${"0".repeat(32)}`,
  authToken: "secret",
  ourNumber: "+14015550100",
};
export const phone = "+14015550101";
export const text: OutgoingText = { textId: 47, to: phone, body: "Camp: hi", validForSeconds: 900 };
export const aMinuteAgo = () => new Date(Date.now() - 60_000);

/** A stand-in for this test alone. */
export async function start(options: Partial<StandInOptions> = {}): Promise<StandIn> {
  const standIn = await startStandIn({
    ...account,
    statusCallbacks: false,
    callbackDelayMs: 0,
    ...options,
  });
  onTestFinished(() => standIn.close());
  return standIn;
}

export function carrierFor({ url }: StandIn, options: Partial<TwilioOptions> = {}) {
  const { accountSid, authToken, ourNumber: from } = account;
  return twilioCarrier({
    accountSid,
    authToken,
    from,
    apiUrl: url,
    statusUrl: null,
    timeoutMs: 2_000,
    ...options,
  });
}

/** A server for this test alone, on a free port of loopback. */
export function listen(server: Server): Promise<number> {
  const sockets = new Set<Socket>();
  server.on("connection", (socket) => sockets.add(socket));
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  return new Promise((resolve) => {
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      resolve(typeof address === "object" ? (address?.port ?? 0) : 0);
    });
  });
}
