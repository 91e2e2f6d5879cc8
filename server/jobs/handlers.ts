import { endBroadcast } from "../actions/end-broadcast.ts";
import { eraseAtCarrier } from "../actions/erase-at-carrier.ts";
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

export const HANDLERS: Record<Exclude<JobName, "send" | OutsideJob>, Handler> = {
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

/** They talk to the carrier, so they run outside any transaction. However long the line is down, they are tried at every turn. */
export const OUTSIDE = {
  "fetch-texts": fetchAgain,
  "erase-texts": eraseAgain,
} satisfies Partial<Record<JobName, (ctx: Context) => Promise<Date | null>>>;
type OutsideJob = "fetch-texts" | "erase-texts";

export function isOutsideJob(name: string): name is OutsideJob {
  return Object.hasOwn(OUTSIDE, name);
}

const HOUR_MS = 3_600_000;

async function eraseAgain(ctx: Context): Promise<Date | null> {
  await eraseAtCarrier(ctx).catch((err: unknown) =>
    ctx.log.error({ err }, "The carrier could not be told to forget texts."),
  );
  return new Date(ctx.now().getTime() + HOUR_MS);
}

/** Until the node has a public address and polls no more. */
async function fetchAgain(ctx: Context): Promise<Date | null> {
  const pollSeconds = ctx.config.twilio?.pollSeconds ?? 0;
  if (pollSeconds === 0) return null;
  await fetchTexts(ctx).catch((err: unknown) => ctx.log.error({ err }, "Texts could not be fetched."));
  return new Date(ctx.now().getTime() + pollSeconds * 1000);
}
