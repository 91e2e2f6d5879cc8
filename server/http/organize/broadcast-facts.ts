import type { BroadcastFacts } from "#kiosk/organize/broadcast.ts";
import type { BroadcastRefusal } from "#kiosk/organize/words/broadcasts.ts";
import { may } from "#server/domain/role.ts";
import { broadcastText, previewOf } from "#sms/broadcast.ts";
import { lasting } from "#sms/messages/tell.ts";
import { laterStart } from "../../actions/ask-release.ts";
import { costBroadcast } from "../../actions/cost-broadcast.ts";
import type { Context } from "../../context.ts";
import { type BroadcastRow, tallyOf } from "../../store/broadcasts.ts";
import { haltedCodes } from "../../store/senders.ts";
import { audienceWords } from "./audience-words.ts";
import { progressOf, shownState } from "./broadcast-progress.ts";
import { frameOf, shownTime } from "./frame.ts";
import type { OrganizeRequest } from "./session.ts";

/** Everything that the page of a broadcast shows, as it stands at this moment. */
export async function broadcastFacts(
  ctx: Context,
  c: OrganizeRequest,
  row: BroadcastRow,
  said: BroadcastRefusal | "tested" | null,
): Promise<BroadcastFacts> {
  const [cost, tally, halted, wordsOf] = await Promise.all([
    costBroadcast(ctx, row),
    tallyOf(ctx.db, row.id),
    haltedCodes(ctx.db),
    audienceWords(ctx, [row.audience], c.var.language),
  ]);
  const waits = row.state === "draft" || row.state === "waiting";
  const begun = row.startedAt !== null;
  const people = begun ? tally.reduce((sum, { count }) => sum + count, 0) : cost.people;
  const progress = progressOf(ctx, c, row, tally);
  const undoSeconds = row.state === "released" ? secondsUntil(row.startsAt, ctx.now()) : null;
  const segments = people * cost.segmentsEach;
  const { segmentPrice, smsPerSecond } = ctx.config;
  const shown = (at: Date | null, toTheSecond = false) => at && shownTime(ctx, c, at, toTheSecond);
  return {
    frame: frameOf(ctx, c),
    id: row.id,
    preview: previewOf(broadcastText(ctx.config.nodeName, row.words)),
    audience: wordsOf(row.audience),
    people,
    segments,
    price: segmentPrice === undefined ? null : (segments * segmentPrice).toFixed(2),
    takes: lasting(begun ? Math.ceil(segments / smsPerSecond) : cost.seconds),
    state: shownState(row, progress),
    createdBy: row.createdBy,
    releasedBy: row.releasedBy,
    goesAt: shown(
      waits ? laterStart(ctx, row) : row.state === "released" ? row.startsAt : null,
      undoSeconds !== null,
    ),
    goesAtOnce: waits && laterStart(ctx, row) === null,
    urgent: row.urgent,
    asked: row.state === "waiting" ? row.askedIds.length : null,
    undoSeconds,
    notAfter: shown(row.notAfter),
    isOwn: row.createdById === c.var.actor.personId,
    mayRelease: row.createdById !== c.var.actor.personId && may(c.var.actor, "release"),
    halted: halted.length > 0,
    progress: begun ? progress : null,
    said,
  };
}

/** Null: it does not go within a minute. */
function secondsUntil(at: Date | null, now: Date): number | null {
  const seconds = at === null ? 0 : Math.ceil((at.getTime() - now.getTime()) / 1000);
  return seconds > 0 && seconds <= 60 ? seconds : null;
}
