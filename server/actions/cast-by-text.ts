import type { Audience } from "#server/domain/broadcast.ts";
import type { Question } from "#server/domain/question.ts";
import { endOfTexting, quietUntil } from "#server/domain/quiet-hours.ts";
import { type Actor, groupsToWriteTo, may, mayAny } from "#server/domain/role.ts";
import { pageOf } from "#sms/reply.ts";
import type { Context } from "../context.ts";
import { audienceNames } from "../store/audience-names.ts";
import { countAudience, groupAudiences } from "../store/audiences.ts";
import { broadcastOf, editDraft } from "../store/broadcasts.ts";
import { actorOf } from "../store/roles.ts";
import { audit } from "./audit.ts";
import { type Draft, draftBroadcast } from "./draft-broadcast.ts";
import { speechOf } from "./speech.ts";
import { steerBroadcast } from "./steer-broadcast.ts";
import { submitBroadcast } from "./submit-broadcast.ts";
import { answer, type Outcome, type Visit } from "./visit.ts";

/** Digits 1 to 7 are for audiences, 8 shows more of them, 9 leaves it. */
const MOST_ON_A_PAGE = 7;
const MOST_GROUPS = 100;
const EVERYONE: Audience = { kind: "news", language: null };

/** CAST: an organizer's words to many. Asks who gets it; who else may not do so hears that. */
export async function startCast(ctx: Context, visit: Visit, words: string): Promise<Outcome> {
  const actor = await actorOf(ctx.db, visit.personId, ctx.now());
  if (!actor || !mayAny(actor, "broadcast")) return answer({ key: "castRefused" });
  if (!words.trim()) return answer({ key: "castWhat" });
  const choices = await choicesOf(ctx, actor);
  const [first] = choices;
  if (!first) return answer({ key: "castNoMembers" });
  const drafted = await draftBroadcast(ctx, actor, {
    ...BY_TEXT,
    words,
    audience: audienceOf(first.id),
    notAfter: endOfCast(ctx),
  });
  if (!drafted.ok) return answer({ key: drafted.refusal === "too-long" ? "castTooLong" : "castRefused" });
  return askWhom(ctx, visit, drafted.id, { choices, from: 0 });
}

const BY_TEXT: Omit<Draft, "words" | "audience" | "notAfter"> = {
  urgent: false,
  gatheringId: null,
  correctsId: null,
  scheduledAt: null,
};

/** What is texted to many is about today: it ends with the day on which it can go. */
function endOfCast(ctx: Context): Date {
  const { quietHours, timeZone } = ctx.config;
  const now = ctx.now();
  return endOfTexting(quietHours, quietUntil(quietHours, now, timeZone) ?? now, timeZone);
}

/** `id`: of the group; null: everyone on NEWS. */
type Choice = { readonly id: number | null; readonly name: string | null; readonly people: number };

function audienceOf(groupId: number | null): Audience {
  return groupId === null ? EVERYONE : { kind: "groups", groupIds: [groupId], language: null };
}

/** Everyone for organizers, and the groups that this person may write to. */
async function choicesOf(ctx: Context, actor: Actor): Promise<readonly Choice[]> {
  const groups = await groupAudiences(ctx.db, MOST_GROUPS, groupsToWriteTo(actor));
  if (!may(actor, "broadcast")) return groups;
  const people = await countAudience(ctx.db, EVERYONE, ctx.config.defaultLanguage);
  return [{ id: null, name: null, people }, ...groups];
}

function askWhom(
  ctx: Context,
  visit: Visit,
  broadcast: number,
  { choices, from }: { choices: readonly Choice[]; from: number },
): Outcome {
  const saying = (page: readonly Choice[], more: boolean) =>
    ({ key: "castAudience", choices: page, more }) as const;
  const speech = speechOf(ctx);
  const { page, next } = pageOf(choices, from, saying, visit.language, speech, MOST_ON_A_PAGE);
  const ids = page.map(({ id }) => id);
  return answer(saying(page, next !== null), { kind: "cast", broadcast, choices: ids, more: next });
}

/** 8: the next page of audiences. */
export async function showMoreAudiences(
  ctx: Context,
  visit: Visit,
  { broadcast, from }: { broadcast: number; from: number },
): Promise<Outcome> {
  const actor = await actorOf(ctx.db, visit.personId, ctx.now());
  if (!actor) return answer({ key: "castRefused" }, null);
  return askWhom(ctx, visit, broadcast, { choices: await choicesOf(ctx, actor), from });
}

/** The open question of a broadcast again, with the counts of this moment. */
export async function askCastAgain(
  ctx: Context,
  visit: Visit,
  question: Extract<Question, { kind: "cast" }>,
): Promise<Outcome> {
  const actor = await actorOf(ctx.db, visit.personId, ctx.now());
  if (!actor) return answer({ key: "castRefused" }, null);
  const all = await choicesOf(ctx, actor);
  const choices = question.choices.flatMap((id) => all.filter((each) => each.id === id));
  if (choices.length < question.choices.length)
    return askWhom(ctx, visit, question.broadcast, { choices: all, from: 0 });
  return answer({ key: "castAudience", choices, more: question.more !== null }, question);
}

/** The audience is chosen: it waits for a second organizer, who is asked by text. */
export async function castTo(
  ctx: Context,
  visit: Visit,
  { broadcast: id, groupId }: { broadcast: number; groupId: number | null },
): Promise<Outcome> {
  const gone = answer({ key: "castGone" }, null);
  const actor = await actorOf(ctx.db, visit.personId, ctx.now());
  const draft = await broadcastOf(ctx.db, id);
  if (!actor || !draft || draft.createdById !== visit.personId) return gone;
  const audience = audienceOf(groupId);
  if ((await countAudience(ctx.db, audience, ctx.config.defaultLanguage)) === 0)
    return answer({ key: "castNobody" }, visit.question);
  if (!(await editDraft(ctx.db, id, { audience }))) return gone;
  const [name = "NEWS"] = (await audienceNames(ctx.db, [audience]))(audience);
  await audit(ctx, actor, "choose who gets broadcast", `no. ${id}: ${name}`);
  const submitted = await submitBroadcast(ctx, actor, id);
  if (!submitted) return gone;
  const { cost, asked } = submitted;
  const undo = { kind: "undo", broadcast: id } as const;
  return asked === 0
    ? answer({ key: "castAlone" }, undo)
    : answer({ key: "castWaiting", ...cost, asked }, undo);
}

/** 9 from whoever wrote or released it. */
export async function stopCast(ctx: Context, visit: Visit, id: number): Promise<Outcome> {
  const actor = await actorOf(ctx.db, visit.personId, ctx.now());
  const stopped = actor && (await steerBroadcast(ctx, actor, id, "stop"));
  return answer(stopped ? { key: "castStopped", kept: stopped.kept } : { key: "castGone" }, null);
}
