import { isAsleep } from "#server/domain/group.ts";
import type { Question } from "#server/domain/question.ts";
import { chooseGroup } from "#server/matching/rank-groups.ts";
import type { ListedGroup } from "#sms/messages/sayings/groups.ts";
import { readGroup } from "#sms/read-group.ts";
import { pageOf } from "#sms/reply.ts";
import type { Context } from "../context.ts";
import { groupsFor, type ShownGroup } from "../store/groups.ts";
import { showGroup } from "./show-group.ts";
import { speechOf } from "./speech.ts";
import { answer, type Outcome, type Visit } from "./visit.ts";

/** GROUP: all groups, one by its number, or the one that fits an interest best. */
export async function findGroups(ctx: Context, visit: Visit, said: string): Promise<Outcome> {
  const meant = readGroup(said);
  if (meant.kind === "all") return showGroups(ctx, visit, 0);
  const groups = await groupsFor(ctx.db, visit.personId, ctx.now());
  if (groups.length === 0) return answer({ key: "groupsNone" });
  if (meant.kind === "number") {
    const { number } = meant;
    const group = groups.find((each) => each.number === number);
    return group ? showGroup(ctx, group) : answer({ key: "groupUnknown", number });
  }
  const choice = chooseGroup(meant.words, groups, ctx.matcher.knowledge());
  const [best, ...others] = choice.flatMap((id) => groups.filter((group) => group.id === id));
  if (!best) return answer({ key: "groupsNoFit", words: meant.words });
  return others.length === 0 ? showGroup(ctx, best) : showNear(ctx, visit, [best, ...others]);
}

/** A page of all groups with their next meetings, those that sleep last; 9 goes on from there. */
export async function showGroups(ctx: Context, visit: Visit, from: number): Promise<Outcome> {
  const all = (await groupsFor(ctx.db, visit.personId, ctx.now())).map((group) => listed(ctx, group));
  const groups = [...all.filter(({ asleep }) => !asleep), ...all.filter(({ asleep }) => asleep)];
  const saying = (items: readonly ListedGroup[], more: boolean) => ({ key: "groups", items, more }) as const;
  const { page, next } = pageOf(groups, from, saying, visit.language, speechOf(ctx));
  if (page.length === 0)
    return answer({ key: "groupsNone" }, visit.question?.kind === "menu" ? null : undefined);
  return answer(saying(page, next !== null), { kind: "groups", ids: page.map(({ id }) => id), more: next });
}

/** A list again, after a digit that it does not have. */
export async function showGroupsAgain(
  ctx: Context,
  visit: Visit,
  question: Extract<Question, { kind: "groups" }>,
): Promise<Outcome> {
  const groups = await groupsFor(ctx.db, visit.personId, ctx.now());
  const items = question.ids.flatMap((id) => groups.filter((group) => group.id === id));
  if (items.length < question.ids.length) return showGroups(ctx, visit, 0);
  const more = question.more !== null;
  return answer({ key: "groups", items: items.map((group) => listed(ctx, group)), more }, question);
}

/** As many of the nearest as fit. */
function showNear(ctx: Context, visit: Visit, near: readonly ShownGroup[]): Outcome {
  const saying = (items: readonly ListedGroup[]) => ({ key: "groupsNear", items }) as const;
  const groups = near.map((group) => listed(ctx, group));
  const { page } = pageOf(groups, 0, saying, visit.language, speechOf(ctx));
  return answer(saying(page), { kind: "groups", ids: page.map(({ id }) => id), more: null });
}

function listed(
  ctx: Context,
  { id, number, name, next, activeAt }: ShownGroup,
): ListedGroup & { readonly id: number } {
  return { id, number, name, next, asleep: isAsleep({ activeAt, hasNext: next !== null }, ctx.now()) };
}
