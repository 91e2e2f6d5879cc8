import { setTimeout as pause } from "node:timers/promises";
import { streamSSE } from "hono/streaming";
import { progressPart } from "#kiosk/organize/broadcast-progress.ts";
import { viewBroadcast } from "../../actions/view-broadcast.ts";
import type { Context } from "../../context.ts";
import { tallyOf } from "../../store/broadcasts.ts";
import { progressOf } from "./broadcast-facts.ts";
import type { OrganizeRequest } from "./session.ts";

const LOOK_EVERY_MS = 1_000;
/** A browser that stays open connects anew after this time, and proves again who it is. */
const LONGEST_MS = 10 * 60_000;

/** The progress of a broadcast as it goes; "state" when its buttons change. Ends when nothing waits any more. */
export function broadcastEvents(ctx: Context, c: OrganizeRequest, id: number): Response {
  const { actor, language } = c.var;
  return streamSSE(c, async (stream) => {
    const began = performance.now();
    let last = "";
    // As the page was drawn: it may have changed before the stream was open.
    let state = c.req.query("state");
    while (!stream.aborted && performance.now() - began < LONGEST_MS) {
      const row = await viewBroadcast(ctx, actor, id);
      if (row?.state !== state) {
        state = row?.state;
        await stream.writeSSE({ event: "state", data: state ?? "gone" });
        if (!row) return;
      }
      const part = String(await progressPart(progressOf(await tallyOf(ctx.db, id)), language));
      if (part !== last) await stream.writeSSE({ event: "progress", data: part });
      last = part;
      await pause(LOOK_EVERY_MS);
    }
  });
}
