import type { Context } from "../context.ts";
import { broadcastOf } from "../store/broadcasts.ts";
import { sendText } from "./send-text.ts";

/** Job: nobody who was asked has answered for as long as a question is open, and the writer hears so. */
export async function tendRelease(ctx: Context, id: number): Promise<Date | null> {
  const broadcast = await broadcastOf(ctx.db, id);
  if (broadcast?.state !== "waiting") return null;
  const { askedIds, declinedIds, createdById } = broadcast;
  const silent = askedIds.filter((each) => !declinedIds.includes(each)).length;
  if (silent > 0) await sendText(ctx, { to: createdById, kind: "notice", saying: { key: "castUnanswered" } });
  return null;
}
