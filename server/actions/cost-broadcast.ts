import { type Cost, costOf } from "#server/domain/broadcast.ts";
import { broadcastText } from "#sms/broadcast.ts";
import { countSegments } from "#sms/segments.ts";
import type { Context } from "../context.ts";
import { countAudience } from "../store/audiences.ts";
import type { BroadcastRow } from "../store/broadcasts.ts";
import { queuedSegments } from "../store/outbound-texts.ts";

export type BroadcastCost = Cost & { readonly people: number; readonly segmentsEach: number };

/** How many people, segments, how much money and time: as it stands at this moment. */
export async function costBroadcast(
  ctx: Context,
  { words, audience }: Pick<BroadcastRow, "words" | "audience">,
): Promise<BroadcastCost> {
  const people = await countAudience(ctx.db, audience, ctx.config.defaultLanguage);
  const segmentsEach = countSegments(broadcastText(ctx.config.nodeName, words));
  const ahead = await queuedSegments(ctx.db);
  const { smsPerSecond: perSecond, segmentPrice } = ctx.config;
  return { people, segmentsEach, ...costOf({ people, segmentsEach, ahead, perSecond, segmentPrice }) };
}
