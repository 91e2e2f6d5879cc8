import { type Actor, may } from "#server/domain/role.ts";
import type { Context } from "../context.ts";
import {
  dropTexts,
  freeTexts,
  holdTexts,
  lockBroadcast,
  moveBroadcast,
  waitingTexts,
} from "../store/broadcasts.ts";
import { addJob } from "../store/outbox.ts";
import { audit } from "./audit.ts";
import { mayWrite } from "./may-write.ts";

export type Steering = "pause" | "resume" | "stop";

/**
 * Pauses, goes on, or stops for good, as far as texts have not left. `kept`: how many a stop kept from leaving. Null
 * when its state allows it no more, or this person's roles do not.
 */
export async function steerBroadcast(
  ctx: Context,
  by: Actor,
  id: number,
  move: Steering,
): Promise<{ readonly kept: number } | null> {
  return ctx.inTransaction(async (ctx) => {
    const broadcast = await lockBroadcast(ctx.db, id);
    if (!broadcast || !(may(by, "release") || (await mayWrite(ctx, by, broadcast.audience)))) return null;
    // All have left: it is done, and stays so.
    if (broadcast.startedAt && (await waitingTexts(ctx.db, id)) === 0) return null;
    const now = ctx.now();
    if (!(await moveBroadcast(ctx.db, id, move, move === "stop" ? { stoppedAt: now } : {}))) return null;
    await audit(ctx, by, `${move} broadcast`, `no. ${id}`);
    return { kept: await apply(ctx, id, move) };
  });
}

async function apply(ctx: Context, id: number, move: Steering): Promise<number> {
  const now = ctx.now();
  switch (move) {
    case "pause":
      await holdTexts(ctx.db, id, now);
      return 0;
    case "resume":
      await freeTexts(ctx.db, id, now);
      await addJob(ctx.db, "send", 0, now);
      return 0;
    case "stop":
      return dropTexts(ctx.db, id, now);
    default:
      return move satisfies never;
  }
}

/** The carrier refuses the sender: what is under way waits until somebody says that it goes on. */
export async function pauseAllBroadcasts(ctx: Context, ids: readonly number[]): Promise<void> {
  for (const id of ids) {
    if (!(await moveBroadcast(ctx.db, id, "pause"))) continue;
    await holdTexts(ctx.db, id, ctx.now());
    await audit(ctx, "Giftline", "pause broadcast", `no. ${id}`);
  }
}
