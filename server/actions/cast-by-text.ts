import type { Audience } from "#server/domain/broadcast.ts";
import { type Actor, may, mayAny } from "#server/domain/role.ts";
import type { Context } from "../context.ts";
import { countAudience, groupAudiences } from "../store/audiences.ts";
import { broadcastOf, editDraft } from "../store/broadcasts.ts";
import { actorOf } from "../store/roles.ts";
import { type Draft, draftBroadcast } from "./draft-broadcast.ts";
import { releaseBroadcast } from "./release-broadcast.ts";
import { steerBroadcast } from "./steer-broadcast.ts";
import { submitBroadcast } from "./submit-broadcast.ts";
import { answer, type Outcome, type Visit } from "./visit.ts";

/** Digits 2 to 8 are for groups, 9 leaves it. */
const MOST_GROUPS = 7;
const EVERYONE: Audience = { kind: "news", language: null };

/** CAST: an organizer's words to many. Asks who gets it; who else may not do so hears that. */
export async function startCast(ctx: Context, visit: Visit, words: string): Promise<Outcome> {
  const actor = await actorOf(ctx.db, visit.personId, ctx.now());
  if (!actor || !mayAny(actor, "broadcast")) return answer({ key: "castRefused" });
  if (!words.trim()) return answer({ key: "castWhat" });
  const groups = await ownGroups(ctx, actor);
  const audience = may(actor, "broadcast") ? EVERYONE : groupsAlone(groups.map(({ id }) => id));
  if (!audience) return answer({ key: "castNobody" });
  const drafted = await draftBroadcast(ctx, actor, { ...BY_TEXT, words, audience });
  if (!drafted.ok) return answer({ key: drafted.refusal === "too-long" ? "castTooLong" : "castRefused" });
  const everyone = audience === EVERYONE;
  const groupIds = groups.map(({ id }) => id);
  return answer(await askWhom(ctx, everyone, groups), {
    kind: "cast",
    broadcast: drafted.id,
    everyone,
    groupIds,
  });
}

const BY_TEXT: Omit<Draft, "words" | "audience"> = {
  urgent: false,
  gatheringId: null,
  correctsId: null,
  scheduledAt: null,
  notAfter: null,
};

function groupsAlone(groupIds: readonly number[]): Audience | null {
  return groupIds.length === 0 ? null : { kind: "groups", groupIds: [...groupIds], language: null };
}

async function ownGroups(ctx: Context, actor: Actor) {
  const groups = await groupAudiences(ctx.db, MOST_GROUPS);
  return groups.filter(({ id }) => may(actor, "broadcast", id));
}

async function askWhom(ctx: Context, everyone: boolean, groups: readonly { name: string; people: number }[]) {
  const people = everyone ? await countAudience(ctx.db, EVERYONE, ctx.config.defaultLanguage) : null;
  return { key: "castAudience", everyone: people, groups } as const;
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
  const audience: Audience =
    groupId === null ? EVERYONE : { kind: "groups", groupIds: [groupId], language: null };
  if ((await countAudience(ctx.db, audience, ctx.config.defaultLanguage)) === 0)
    return answer({ key: "castNobody" });
  if (!(await editDraft(ctx.db, id, { audience }))) return gone;
  const submitted = await submitBroadcast(ctx, actor, id);
  if (!submitted) return gone;
  const { cost, asked } = submitted;
  const undo = { kind: "undo", broadcast: id } as const;
  return asked === 0
    ? answer({ key: "castAlone" }, undo)
    : answer({ key: "castWaiting", ...cost, asked }, undo);
}

/** Another organizer's 1 or 2. */
export async function answerRelease(ctx: Context, visit: Visit, id: number, yes: boolean): Promise<Outcome> {
  const actor = await actorOf(ctx.db, visit.personId, ctx.now());
  if (!actor) return answer({ key: "castRefused" }, null);
  if (!yes) return answer({ key: "castLeft" }, null);
  const released = await releaseBroadcast(ctx, actor, id);
  if (!released.ok) return answer({ key: "castObstacle", why: released.refusal }, null);
  const { startsAt, cost } = released;
  return answer({ key: "castReleased", people: cost.people, startsAt }, { kind: "undo", broadcast: id });
}

/** 9 from whoever wrote or released it. */
export async function stopCast(ctx: Context, visit: Visit, id: number): Promise<Outcome> {
  const actor = await actorOf(ctx.db, visit.personId, ctx.now());
  const stopped = actor && (await steerBroadcast(ctx, actor, id, "stop"));
  return answer(stopped ? { key: "castStopped", kept: stopped.kept } : { key: "castGone" }, null);
}

/** The open question of a broadcast again, with the counts of this moment. */
export async function askCastAgain(
  ctx: Context,
  question: { kind: "cast"; broadcast: number; everyone: boolean; groupIds: number[] },
): Promise<Outcome> {
  const all = await groupAudiences(ctx.db, MOST_GROUPS);
  const groups = question.groupIds.map(
    (id) => all.find((each) => each.id === id) ?? { name: "-", people: 0 },
  );
  return answer(await askWhom(ctx, question.everyone, groups), question);
}
