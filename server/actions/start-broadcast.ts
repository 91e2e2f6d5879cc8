import { PRIORITY } from "#server/domain/text-state.ts";
import { broadcastText } from "#sms/broadcast.ts";
import { countSegments } from "#sms/segments.ts";
import type { Context } from "../context.ts";
import { firstAudience, queueBroadcast, wakeGroups } from "../store/audiences.ts";
import { keepBroadcastForReading } from "../store/broadcast-letters.ts";
import { type BroadcastRow, broadcastOf, lockBroadcast, moveBroadcast } from "../store/broadcasts.ts";
import { lockGathering } from "../store/gathering-edits.ts";
import { addJob } from "../store/outbox.ts";
import { standsStill } from "../store/senders.ts";
import { pauseAllBroadcasts } from "./steer-broadcast.ts";
import { stopUntrue } from "./stop-broadcasts-about.ts";

/**
 * Its time has come: a text is queued for everybody who is in the audience at this moment. The texts, the broadcast's
 * state and the end of this job commit together; each person has one row of a broadcast at the most.
 */
export async function startBroadcast(ctx: Context, id: number): Promise<Date | null> {
  // The gathering first, as whoever cancels it does.
  const about = (await broadcastOf(ctx.db, id))?.gatheringId ?? null;
  const gathering = about === null ? null : await lockGathering(ctx.db, about);
  const broadcast = await lockBroadcast(ctx.db, id);
  if (broadcast?.state !== "released" || !broadcast.startsAt) return null;
  const now = ctx.now();
  if (now < broadcast.startsAt) return broadcast.startsAt;
  if (gathering?.cancelledAt) {
    await stopUntrue(ctx, id, gathering);
    return null;
  }
  await queueTexts(ctx, broadcast, now);
  if (broadcast.audience.kind === "groups") await wakeGroups(ctx.db, broadcast.audience.groupIds, now);
  await moveBroadcast(ctx.db, id, "start", { startedAt: now });
  if (broadcast.notAfter) await addJob(ctx.db, "end-broadcast", id, broadcast.notAfter);
  await addJob(ctx.db, "send", 0, now);
  // A sender that stands still takes no broadcast by surprise once it is mended. Asked last: it holds the sender.
  if (await standsStill(ctx.db, ctx.carrier.sender)) await pauseAllBroadcasts(ctx, [id]);
  return null;
}

/** To phones, and to be read to members without one. */
async function queueTexts(ctx: Context, broadcast: BroadcastRow, now: Date): Promise<void> {
  const { audience } = broadcast;
  const { defaultLanguage } = ctx.config;
  const text = broadcastText(ctx.config.nodeName, broadcast.words);
  const body = ctx.vault.seal("text", text);
  const kind = broadcast.urgent ? "alert" : "broadcast";
  await queueBroadcast(ctx.db, {
    broadcastId: broadcast.id,
    audience,
    defaultLanguage,
    kind,
    priority: PRIORITY[kind],
    body,
    segments: countSegments(text),
    notAfter: broadcast.notAfter,
    now,
  });
  const first = await firstAudience(ctx.db, audience);
  if (first) await keepBroadcastForReading(ctx.db, { audience: first, defaultLanguage, body, now });
}
