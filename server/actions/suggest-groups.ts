import { isAsleep } from "#server/domain/group.ts";
import { type Answers, type Fit, rankByFit } from "#server/domain/group-fit.ts";
import { allInterests, type Interest } from "#server/domain/interest.ts";
import { figuresOf } from "#server/domain/wall-clock.ts";
import { type GroupSense, rememberGroups } from "#server/matching/group-sense.ts";
import type { Ratings } from "#server/matching/rank-groups.ts";
import type { Context } from "../context.ts";
import { type PublicGroup, publicGroups } from "../store/groups.ts";

export type SuggestedGroup = PublicGroup & { readonly isAsleep: boolean; readonly by: Fit["by"] };

/** `interest` null: not asked, so that it tells no group from another. */
export type Wish = Answers & { readonly interest: Interest | null };

type Looked = { readonly groups: readonly PublicGroup[]; readonly sense: GroupSense };

export type GroupFinder = ReturnType<typeof groupFinder>;

/** Finds groups for whoever stands at a screen, and remembers what it understood of them. */
export function groupFinder(ctx: Context) {
  const remember = rememberGroups();
  async function look(): Promise<Looked> {
    const groups = await publicGroups(ctx.db, ctx.now());
    return { groups, sense: remember(groups, ctx.matcher.knowledge()) };
  }
  return {
    /** What one may like or can do: first what some group is about. */
    async interests(): Promise<readonly Interest[]> {
      const { sense } = await look();
      const isMet = (interest: Interest) => sense.interest(interest).size > 0;
      const all = allInterests();
      return [...all.filter(isMet), ...all.filter((interest) => !isMet(interest))];
    },
    /** Every group, the best for what somebody answered first. */
    async suggest(wish: Wish): Promise<readonly SuggestedGroup[]> {
      const looked = await look();
      return ranked(ctx, looked, wish, wish.interest && looked.sense.interest(wish.interest));
    },
    /** The groups that somebody's words may mean, likeliest first; none where no group is about it. */
    async named(words: string): Promise<readonly SuggestedGroup[]> {
      const looked = await look();
      const found = ranked(ctx, looked, { time: "any", company: "anybody" }, looked.sense.words(words));
      return found.filter(({ by }) => by.includes("interest"));
    },
    /** A group that is still there. */
    async one(id: number): Promise<SuggestedGroup | null> {
      const group = (await publicGroups(ctx.db, ctx.now())).find((each) => each.id === id);
      return group ? shown(ctx, group, []) : null;
    },
    /** Every group, those that sleep last. */
    async all(): Promise<readonly SuggestedGroup[]> {
      const groups = (await publicGroups(ctx.db, ctx.now())).map((group) => shown(ctx, group, []));
      return [...groups.filter((group) => !group.isAsleep), ...groups.filter((group) => group.isAsleep)];
    },
  };
}

/** `likely` null: nobody asked what the group is about. */
function ranked(
  ctx: Context,
  { groups, sense }: Looked,
  answers: Answers,
  likely: Ratings | null,
): readonly SuggestedGroup[] {
  const withChildren = sense.interest("children");
  const candidates = groups.map((group) => ({
    ...shown(ctx, group, []),
    likely: likely?.get(group.id) ?? 0,
    hours: group.coming.map(({ startsAt }) => figuresOf(startsAt, ctx.config.timeZone).getUTCHours()),
    children: withChildren.get(group.id) ?? 0,
    isOpen: group.open,
    next: group.coming[0]?.startsAt ?? null,
  }));
  const byId = new Map(groups.map((group) => [group.id, group]));
  return rankByFit(candidates, answers).flatMap(({ id, by }) => {
    const group = byId.get(id);
    return group ? [shown(ctx, group, by)] : [];
  });
}

function shown(ctx: Context, group: PublicGroup, by: Fit["by"]): SuggestedGroup {
  const { activeAt, coming } = group;
  return { ...group, by, isAsleep: isAsleep({ activeAt, hasNext: coming.length > 0 }, ctx.now()) };
}
