import type { BroadcastFacts } from "#kiosk/organize/broadcast.ts";
import type { Progress, ReasonName, TallyName } from "#kiosk/organize/broadcast-progress.ts";
import type { BroadcastRefusal } from "#kiosk/organize/words/broadcasts.ts";
import { may } from "#server/domain/role.ts";
import { broadcastText, previewOf } from "#sms/broadcast.ts";
import { lasting } from "#sms/messages/tell.ts";
import { laterStart } from "../../actions/ask-release.ts";
import { costBroadcast } from "../../actions/cost-broadcast.ts";
import type { Context } from "../../context.ts";
import { type BroadcastRow, type Tally, tallyOf } from "../../store/broadcasts.ts";
import { haltedCodes } from "../../store/senders.ts";
import { audienceWords } from "./audience-words.ts";
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
  const unsent = progressOf(tally).counts.waiting;
  const segments = people * cost.segmentsEach;
  const { segmentPrice, smsPerSecond } = ctx.config;
  const shown = (at: Date | null) => (at === null ? null : shownTime(ctx, c, at));
  return {
    frame: frameOf(ctx, c),
    id: row.id,
    preview: previewOf(broadcastText(ctx.config.nodeName, row.words)),
    audience: wordsOf(row.audience),
    people,
    segments,
    price: segmentPrice === undefined ? null : (segments * segmentPrice).toFixed(2),
    takes: lasting(begun ? Math.ceil(segments / smsPerSecond) : cost.seconds),
    state: begun && row.state === "sending" && unsent === 0 ? "done" : row.state,
    createdBy: row.createdBy,
    releasedBy: row.releasedBy,
    goesAt: shown(waits ? laterStart(ctx, row) : row.startsAt),
    goesAtOnce: waits && laterStart(ctx, row) === null,
    urgent: row.urgent,
    asked: row.state === "waiting" ? row.askedIds.length : null,
    notAfter: shown(row.notAfter),
    isOwn: row.createdById === c.var.actor.personId,
    mayRelease: row.createdById !== c.var.actor.personId && may(c.var.actor, "release"),
    halted: halted.length > 0,
    progress: begun ? progressOf(tally) : null,
    said,
  };
}

const NAMES: Readonly<Record<string, TallyName>> = {
  queued: "waiting",
  held: "waiting",
  sending: "waiting",
  unknown: "waiting",
  accepted: "sent",
  sent: "sent",
  delivered: "delivered",
  failed: "failed",
  dropped: "dropped",
};
const REASONS: Readonly<Record<string, ReasonName>> = {
  late: "late",
  stopped: "stopped",
  out: "out",
  "bad-number": "bad-number",
  "21610": "out",
  "21211": "bad-number",
  "21614": "bad-number",
  "30006": "bad-number",
};

/** Counts by what they mean to people; each failure with its reason in words. */
export function progressOf(tally: readonly Tally[]): Progress {
  const counts: Record<TallyName, number> = { waiting: 0, sent: 0, delivered: 0, failed: 0, dropped: 0 };
  for (const { state, count } of tally) counts[NAMES[state] ?? "waiting"] += count;
  const reasons = tally
    .filter(({ state }) => state === "failed" || state === "dropped")
    .map(({ reason, count }) => {
      const known = REASONS[reason ?? ""];
      const code = known === undefined || /^\d+$/.test(reason ?? "") ? reason : null;
      return { reason: known ?? (reason === null ? "no-answer" : "carrier"), code, count } as const;
    });
  return { counts, reasons };
}
