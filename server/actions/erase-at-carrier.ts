import type { Context } from "../context.ts";
import { cursorOf, moveCursor } from "../store/cursors.ts";
import { oldestInDoubt } from "../store/outbound-texts.ts";
import { CARRIER_TEXTS, FETCH_OVERLAP_MS } from "./fetch-texts.ts";

const CURSOR = "carrier-erased";
const HOUR_MS = 3_600_000;

/**
 * What the carrier keeps of texts goes when our own words go. Not while it may still be asked about them: a text in
 * doubt is looked up there, and a node that polls has its inbox there. What was sent before the first run is not ours
 * to delete: the number may have had another life.
 */
export async function eraseAtCarrier(ctx: Context): Promise<void> {
  const now = ctx.now();
  const start = await cursorOf(ctx.db, CURSOR, now);
  const limits = [now.getTime() - ctx.config.messageRetentionHours * HOUR_MS];
  const inDoubt = await oldestInDoubt(ctx.db);
  if (inDoubt) limits.push(inDoubt.getTime() - FETCH_OVERLAP_MS);
  if (ctx.config.twilio?.pollSeconds)
    limits.push((await cursorOf(ctx.db, CARRIER_TEXTS, now)).getTime() - FETCH_OVERLAP_MS);
  const until = new Date(Math.min(...limits));
  if (until <= start) return;
  const count = await ctx.carrier.erase(start, until);
  await moveCursor(ctx.db, CURSOR, until);
  ctx.log.info({ count }, "The carrier was told to forget texts.");
}
