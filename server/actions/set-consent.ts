import type { Command } from "#sms/command.ts";
import type { Context } from "../context.ts";
import { dropUnwanted } from "../store/broadcasts.ts";
import { addConsent, addConsentOf } from "../store/consents.ts";
import { dropMemberships } from "../store/groups.ts";
import { dropQueuedTexts } from "../store/outbound-texts.ts";
import { addJobs } from "../store/outbox.ts";
import { livePostsOf } from "../store/posts.ts";
import { untellAll } from "../store/told.ts";
import { answer, type Outcome, SILENCE, type Visit } from "./visit.ts";
import { withdrawAndTell, withdrawSilently } from "./withdraw-asks.ts";

type Said = Extract<Command, { verb: "stop" | "start" | "help" }>;

/** STOP: nothing goes to this phone from here on. One confirmation for words that the carrier does not answer itself. */
export async function stopTexts(ctx: Context, visit: Visit, said: Said): Promise<Outcome> {
  await record(ctx, visit, "texts", false, said);
  await record(ctx, visit, "news", false, said);
  await fallSilent(ctx, visit.personId);
  return answeredByNetwork(ctx, said) ? { saying: null, question: null } : answer({ key: "stopped" }, null);
}

/**
 * Out of the queue, out of every open ask on either side, out of all groups and reminders, which START does not bring
 * back. Posts stay, unseen by the matcher, until START.
 */
export async function fallSilent(ctx: Context, personId: number): Promise<void> {
  await dropQueuedTexts(ctx.db, personId, "out", ctx.now());
  await untellAll(ctx.db, personId);
  if (await dropMemberships(ctx.db, personId)) {
    const left = { purpose: "group", granted: false, method: "keyword", wording: "STOP" } as const;
    await addConsentOf(ctx.db, personId, { ...left, at: ctx.now() });
  }
  await withdrawSilently(ctx, { giverId: personId });
  for (const post of await livePostsOf(ctx.db, personId, ctx.now())) {
    if (post.kind === "need") await withdrawAndTell(ctx, { needId: post.id });
  }
}

/** START: answers and asks again; not NEWS. */
export async function startTexts(ctx: Context, visit: Visit, said: Said): Promise<Outcome> {
  if (visit.out) {
    await record(ctx, visit, "texts", true, said);
    const posts = await livePostsOf(ctx.db, visit.personId, ctx.now());
    await addJobs(
      ctx.db,
      "match",
      posts.map((post) => post.id),
      ctx.now(),
    );
  }
  return answeredByNetwork(ctx, said) ? SILENCE : answer({ key: "started" });
}

/** NEWS and NEWS OFF: all-camp announcements, off at first. */
export async function setNews(ctx: Context, visit: Visit, on: boolean): Promise<Outcome> {
  await addConsent(ctx.db, {
    phoneHash: visit.phoneHash,
    purpose: "news",
    granted: on,
    method: "keyword",
    wording: on ? "NEWS" : "NEWS OFF",
    at: ctx.now(),
  });
  if (!on) await dropUnwanted(ctx.db, visit.personId, ctx.now());
  return answer({ key: on ? "newsOn" : "newsOff" });
}

export function answeredByNetwork(ctx: Context, said: { byCarrier: boolean }): boolean {
  return said.byCarrier && ctx.carrier.answersReservedWords;
}

async function record(
  ctx: Context,
  visit: Visit,
  purpose: "texts" | "news",
  granted: boolean,
  said: Said,
): Promise<void> {
  const method = said.byCarrier ? "keyword" : "phrase";
  await addConsent(ctx.db, {
    phoneHash: visit.phoneHash,
    purpose,
    granted,
    method,
    wording: said.wording,
    at: ctx.now(),
  });
}
