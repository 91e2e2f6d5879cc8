import { randomUUID } from "node:crypto";
import type { Carrier, DeliveryStatus } from "#sms/carrier.ts";
import { signatureFor } from "#sms/twilio/signature.ts";

/** Every phone on the simulator's page texts this number. */
export const SIMULATOR_NUMBER = "+14015550100";
export const SIMULATOR_ACCOUNT = `AC${"0".repeat(32)}`;

const REPORTS: readonly (readonly [DeliveryStatus, number])[] = [
  ["sent", 200],
  ["delivered", 600],
];

/**
 * A carrier for visitors, tests and nodes without an account: takes every text at once and reports its delivery
 * a moment later by the same signed webhook that Twilio uses. Phones read their texts at `/simulator`.
 */
export function simulatorCarrier(options: { publicUrl: string; reportTo: string; token(): string }): Carrier {
  return {
    name: "simulator",
    answersReservedWords: false,
    sender: SIMULATOR_NUMBER,
    async send({ textId, to }) {
      const carrierId = `SM${randomUUID().replaceAll("-", "")}`;
      for (const [status, afterMs] of REPORTS) {
        setTimeout(() => void report(options, { textId, carrierId, to, status }), afterMs).unref();
      }
      return { kind: "accepted", carrierId, status: "accepted" };
    },
    listTo: async () => [],
    listSince: async () => [],
    erase: async () => 0,
  };
}

type Delivery = {
  readonly textId: number;
  readonly carrierId: string;
  readonly to: string;
  readonly status: DeliveryStatus;
};

/** Reports may be lost, as a real carrier's are: the text then stays at "accepted". */
async function report(
  options: { publicUrl: string; reportTo: string; token(): string },
  delivery: Delivery,
): Promise<void> {
  const path = `/twilio/status?text=${delivery.textId}`;
  const params = {
    MessageSid: delivery.carrierId,
    AccountSid: SIMULATOR_ACCOUNT,
    MessageStatus: delivery.status,
    To: delivery.to,
    From: SIMULATOR_NUMBER,
  };
  const signature = signatureFor({ token: options.token(), url: options.publicUrl + path, params });
  await fetch(options.reportTo + path, {
    method: "POST",
    headers: { "x-twilio-signature": signature },
    body: new URLSearchParams(params),
  }).catch(() => undefined);
}
