import { statesBefore, type TextState } from "#server/domain/text-state.ts";
import type { DeliveryStatus, StatusReport } from "#sms/carrier.ts";
import type { Context } from "../context.ts";
import { moveText } from "../store/outbound-texts.ts";
import { haltSending } from "./halt-sending.ts";
import { refuseText } from "./refuse-text.ts";
import { proveAccepted } from "./send-next.ts";

const STATE: Record<DeliveryStatus, TextState> = {
  accepted: "accepted",
  queued: "accepted",
  sending: "accepted",
  sent: "sent",
  delivered: "delivered",
  failed: "failed",
};

/** A delivery report: moves the text's state forward only, whatever order reports come in. One with our own id proves acceptance. */
export async function recordStatus(ctx: Context, report: StatusReport): Promise<void> {
  if (report.textId !== null) await proveAccepted(ctx, report.textId, report.carrierId);
  const by = { carrierId: report.carrierId };
  const to = STATE[report.status];
  if (to !== "failed") {
    await moveText(ctx.db, by, { to, from: statesBefore(to), now: ctx.now() });
    return;
  }
  const isNews = await refuseText(ctx, by, report.failure ?? { code: "failed", meaning: "other" });
  // A repeat must not stop a sender that was mended meanwhile.
  if (isNews && report.failure?.halts) await haltSending(ctx, report.failure.code);
}
