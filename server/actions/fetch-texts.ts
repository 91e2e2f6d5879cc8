import type { Context } from "../context.ts";
import { cursorOf, moveCursor } from "../store/cursors.ts";
import { receiveText } from "./receive-text.ts";
import { recordStatus } from "./record-status.ts";

export const CARRIER_TEXTS = "carrier-texts";
/** The carrier's list may show a text later than its time says; what was seen before is recognised by its id. */
export const FETCH_OVERLAP_MS = 5 * 60_000;

/**
 * For a node without a public address: fetches texts from the carrier's own list, oldest first, as if they had
 * been delivered. The cursor moves only past texts that are stored; one that cannot be does not keep the others.
 */
export async function fetchTexts(ctx: Context): Promise<void> {
  const start = await cursorOf(ctx.db, CARRIER_TEXTS, ctx.now());
  const listed = await ctx.carrier.listSince(new Date(start.getTime() - FETCH_OVERLAP_MS));
  let reached = start;
  let isWhole = true;
  for (const text of [...listed].sort((a, b) => a.at.getTime() - b.at.getTime())) {
    if (text.direction === "out") {
      await recordStatus(ctx, {
        textId: null,
        carrierId: text.carrierId,
        status: text.status,
        failure: text.failure,
      });
      continue;
    }
    await receiveText(ctx, { ...text, answeredByCarrier: null }, "text").catch((err: unknown) => {
      ctx.log.error({ err }, "A fetched text could not be worked: it is fetched again.");
      isWhole = false;
    });
    if (isWhole && text.at > reached) reached = text.at;
  }
  await moveCursor(ctx.db, CARRIER_TEXTS, reached);
}
