import { statesBefore } from "#server/domain/text-state.ts";
import type { Refusal } from "#sms/carrier.ts";
import type { Context } from "../context.ts";
import { closeMenuOfAsk } from "../store/asks.ts";
import { addConsentOf } from "../store/consents.ts";
import { moveText, type TextKey } from "../store/outbound-texts.ts";
import { markBadNumber } from "../store/people.ts";
import { fallSilent } from "./set-consent.ts";

/** The carrier will not deliver this text: it is over, and what the reason says of the phone is kept. False: that was known. */
export async function refuseText(
  ctx: Context,
  by: TextKey,
  refusal: { code: string; meaning: Refusal },
): Promise<boolean> {
  return ctx.inTransaction(async (ctx) => {
    const now = ctx.now();
    const text = await moveText(ctx.db, by, {
      to: "failed",
      from: statesBefore("failed"),
      reason: refusal.code,
      meaning: refusal.meaning,
      dueAt: null,
      now,
    });
    if (!text) return false;
    ctx.metrics.textsFailed.inc({ meaning: refusal.meaning });
    if (text.askId) await closeMenuOfAsk(ctx.db, text.askId);
    if (refusal.meaning === "opted-out") {
      await addConsentOf(ctx.db, text.personId, {
        purpose: "texts",
        granted: false,
        method: "carrier",
        wording: refusal.code,
        at: now,
      });
      await addConsentOf(ctx.db, text.personId, {
        purpose: "news",
        granted: false,
        method: "carrier",
        wording: refusal.code,
        at: now,
      });
      await fallSilent(ctx, text.personId);
    }
    if (refusal.meaning === "bad-number") await markBadNumber(ctx.db, text.personId);
    return true;
  });
}
