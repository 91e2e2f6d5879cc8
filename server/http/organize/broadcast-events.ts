import { setTimeout as pause } from "node:timers/promises";
import { streamSSE } from "hono/streaming";
import { progressPart } from "#kiosk/organize/broadcast-progress.ts";
import { viewBroadcast } from "../../actions/view-broadcast.ts";
import type { Context } from "../../context.ts";
import { tallyOf } from "../../store/broadcasts.ts";
import { progressOf, shownState } from "./broadcast-progress.ts";
import type { OrganizeRequest } from "./session.ts";

const LOOK_EVERY_MS = 1_000;
/** A browser that stays open connects anew after this time, and proves again who it is. */
const LONGEST_MS = 10 * 60_000;

/**
 * The progress of a broadcast as it goes. "state", when its buttons change, is the last event: the browser draws the
 * page anew. "end": nothing will change any more, and the browser need not ask again.
 */
export function broadcastEvents(ctx: Context, c: OrganizeRequest, id: number): Response {
  const { actor, language } = c.var;
  // As the page was drawn: it may have changed before the stream was open.
  const drawn = c.req.query("state");
  return streamSSE(c, async (stream) => {
    const began = performance.now();
    let last = "";
    while (!stream.aborted && performance.now() - began < LONGEST_MS) {
      const row = await viewBroadcast(ctx, actor, id);
      if (!row) return stream.writeSSE({ event: "state", data: "gone" });
      const progress = progressOf(ctx, c, row, await tallyOf(ctx.db, id));
      const state = shownState(row, progress);
      const part = String(await progressPart(progress, language));
      if (part !== last) await stream.writeSSE({ event: "progress", data: part });
      last = part;
      if (state !== drawn) return stream.writeSSE({ event: "state", data: state });
      const isOver = state === "done" || state === "stopped";
      if (isOver && progress.counts.waiting + progress.counts.sent === 0)
        return stream.writeSSE({ event: "end", data: state });
      await pause(LOOK_EVERY_MS);
    }
  });
}
