import type { Progress, ReasonName, TallyName } from "#kiosk/organize/broadcast-progress.ts";
import { quietUntil } from "#server/domain/quiet-hours.ts";
import type { Refusal } from "#sms/carrier.ts";
import type { Context } from "../../context.ts";
import type { BroadcastRow, Tally } from "../../store/broadcasts.ts";
import { shownTime } from "./frame.ts";
import type { OrganizeRequest } from "./session.ts";

/** What is shown of a broadcast that has begun, as far as its texts have come. */
export function progressOf(
  ctx: Context,
  c: OrganizeRequest,
  row: BroadcastRow,
  tally: readonly Tally[],
): Progress {
  const counts: Record<TallyName, number> = { waiting: 0, sent: 0, delivered: 0, failed: 0, dropped: 0 };
  for (const { state, count } of tally) counts[NAMES[state] ?? "waiting"] += count;
  const reasons = tally
    .filter(({ state }) => state === "failed" || state === "dropped")
    .map((each) => ({
      reason: reasonOf(each),
      code: each.state === "failed" ? each.reason : null,
      count: each.count,
    }));
  const { quietHours, timeZone } = ctx.config;
  const waitsForMorning = row.state === "sending" && !row.urgent && counts.waiting > 0;
  const morning = waitsForMorning ? quietUntil(quietHours, ctx.now(), timeZone) : null;
  return { counts, reasons, heldUntil: morning && shownTime(ctx, c, morning) };
}

/** "done": begun, and nothing of it can leave any more, whatever it was before. */
export function shownState(row: BroadcastRow, progress: Progress): BroadcastRow["state"] | "done" {
  const under = row.state === "sending" || row.state === "paused";
  return under && progress.counts.waiting === 0 ? "done" : row.state;
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

/** Why we did not send it, or gave it up. */
const OWN: Readonly<Record<string, ReasonName>> = {
  late: "late",
  stopped: "stopped",
  out: "out",
  "bad-number": "bad-number",
  lost: "no-answer",
};
/** Why the carrier did not. */
const MEANINGS: Readonly<Record<Refusal, ReasonName>> = {
  "opted-out": "out",
  "bad-number": "bad-number",
  filtered: "filtered",
  "not-reachable": "not-reachable",
  "too-late": "late",
  "no-route": "no-route",
  busy: "busy",
  sender: "sender",
  other: "carrier",
};

function reasonOf({ reason, meaning }: Tally): ReasonName {
  return meaning === null ? (OWN[reason ?? ""] ?? "carrier") : MEANINGS[meaning];
}
