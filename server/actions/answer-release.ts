import type { ReleaseRefusal } from "#server/domain/broadcast.ts";
import type { Context } from "../context.ts";
import { broadcastOf } from "../store/broadcasts.ts";
import { decline, unansweredRelease } from "../store/releases.ts";
import { actorOf } from "../store/roles.ts";
import { releaseMenu } from "./ask-release.ts";
import { costBroadcast } from "./cost-broadcast.ts";
import { releaseBroadcast } from "./release-broadcast.ts";
import { sendText } from "./send-text.ts";
import { answer, type Outcome, type Visit } from "./visit.ts";

/** These pass: the menu stays open for another try. */
const PASSING: ReadonlySet<ReleaseRefusal> = new Set(["too-many-today", "nobody"]);

/** Another organizer's 1 or 2. */
export async function answerRelease(ctx: Context, visit: Visit, id: number, yes: boolean): Promise<Outcome> {
  const actor = await actorOf(ctx.db, visit.personId, ctx.now());
  if (!actor) return answer({ key: "castRefused" }, null);
  if (!yes) return declineRelease(ctx, visit, id);
  const released = await releaseBroadcast(ctx, actor, id);
  if (released.ok) {
    const { startsAt, cost } = released;
    return answer({ key: "castReleased", people: cost.people, startsAt }, { kind: "undo", broadcast: id });
  }
  const again = PASSING.has(released.refusal) ? ({ kind: "release", broadcast: id } as const) : null;
  return answer({ key: "castObstacle", why: released.refusal }, again);
}

/** The writer hears when nobody is left who could still say 1 by text. */
async function declineRelease(ctx: Context, visit: Visit, id: number): Promise<Outcome> {
  const all = await decline(ctx.db, id, visit.personId);
  const broadcast = all ? await broadcastOf(ctx.db, id) : null;
  if (broadcast)
    await sendText(ctx, { to: broadcast.createdById, kind: "notice", saying: { key: "castDeclined" } });
  return answer({ key: "castLeft" }, null);
}

/** The menu of a broadcast that waits for this organizer, with the counts of this moment. */
export async function askReleaseAgain(ctx: Context, id: number): Promise<Outcome> {
  const broadcast = await broadcastOf(ctx.db, id);
  if (broadcast?.state !== "waiting") return answer({ key: "castGone" }, null);
  const cost = await costBroadcast(ctx, broadcast);
  return answer(await releaseMenu(ctx, broadcast, cost), { kind: "release", broadcast: id });
}

/**
 * A digit to a menu that is over. A broadcast that still waits for this phone is asked again rather than released by a
 * digit that may have meant something else.
 */
export async function menuOver(ctx: Context, visit: Visit): Promise<Outcome> {
  const waiting = await unansweredRelease(ctx.db, visit.personId);
  return waiting === null ? answer({ key: "menuOver" }, { kind: "menu" }) : askReleaseAgain(ctx, waiting);
}
