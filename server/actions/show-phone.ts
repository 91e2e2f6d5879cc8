import type { Phone } from "#server/domain/phone.ts";
import type { Context } from "../context.ts";
import { textsOfPhone } from "../store/phone-texts.ts";

export type ShownText = {
  readonly id: string;
  /** `out`: written on the phone; `in`: what the phone received. */
  readonly direction: "in" | "out";
  readonly body: string;
  readonly at: string;
  /** Delivery of a received text: the ticks. */
  readonly state: "sent" | "delivered" | "failed";
};

/** What a simulated phone shows: its texts and ours, oldest first. Only for the simulator's page. */
export async function showPhone(ctx: Context, phone: Phone): Promise<readonly ShownText[]> {
  const rows = await textsOfPhone(ctx.db, ctx.vault.hash("phone", phone));
  return rows.flatMap((row) => {
    if (!row.body) return [];
    const state = row.state === "failed" || row.state === "delivered" ? row.state : "sent";
    return [
      {
        id: row.id,
        direction: row.direction,
        body: ctx.vault.open("text", row.body),
        at: row.at.toISOString(),
        state,
      },
    ];
  });
}
