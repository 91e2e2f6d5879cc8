import { endBroadcast } from "../actions/end-broadcast.ts";
import { fetchTexts } from "../actions/fetch-texts.ts";
import { forgetTexts } from "../actions/forget-texts.ts";
import { lapseAsk } from "../actions/lapse-ask.ts";
import { matchPost } from "../actions/match-post.ts";
import { planAsks } from "../actions/plan-asks.ts";
import { planSeries } from "../actions/plan-series.ts";
import { remindGathering } from "../actions/remind-gathering.ts";
import { startBroadcast } from "../actions/start-broadcast.ts";
import { tendPost } from "../actions/tend-post.ts";
import { tendRelease } from "../actions/tend-release.ts";
import type { Context } from "../context.ts";
import type { JobName } from "./definitions.ts";

/** Works one outbox row inside its transaction. Returns when to do so again, or null when it is done. */
export type Handler = (ctx: Context, subjectId: number) => Promise<Date | null>;

export const HANDLERS: Record<Exclude<JobName, "send" | "fetch-texts">, Handler> = {
  match: matchPost,
  "plan-asks": planAsks,
  "tend-ask": lapseAsk,
  "tend-post": tendPost,
  "plan-series": planSeries,
  "start-broadcast": startBroadcast,
  "tend-release": tendRelease,
  "end-broadcast": endBroadcast,
  "remind-gathering": remindGathering,
  "forget-texts": (ctx) => forgetTexts(ctx),
};

/**
 * Talks to the carrier, so it runs outside any transaction. However long the line is down, it is tried at every turn,
 * until the node has a public address and polls no more.
 */
export async function fetchAgain(ctx: Context): Promise<Date | null> {
  const pollSeconds = ctx.config.twilio?.pollSeconds ?? 0;
  if (pollSeconds === 0) return null;
  await fetchTexts(ctx).catch((err: unknown) => ctx.log.error({ err }, "Texts could not be fetched."));
  return new Date(ctx.now().getTime() + pollSeconds * 1000);
}
