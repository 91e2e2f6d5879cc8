import { chooseGroup } from "#server/matching/rank-groups.ts";
import { readGroup } from "#sms/read-group.ts";
import type { Context } from "../context.ts";
import { dropUnwanted } from "../store/broadcasts.ts";
import { addConsent } from "../store/consents.ts";
import { dropMember, groupsFor, type ShownGroup } from "../store/groups.ts";
import { untellGroup } from "../store/told.ts";
import { leaveForSharer } from "./leave-for-sharer.ts";
import { findGroup } from "./show-group.ts";
import { answer, type Outcome, type Visit } from "./visit.ts";

const MOST_ASKED = 8;

/** LEAVE 2, LEAVE food: out of that group of theirs. Asks which where it is not clear. */
export async function leaveByText(ctx: Context, visit: Visit, said: string): Promise<Outcome> {
  const groups = await groupsFor(ctx.db, visit.personId, ctx.now());
  if (groups.length === 0) return answer({ key: "groupsNone" });
  const own = groups.filter(({ joined }) => joined);
  const meant = readGroup(said);
  if (meant.kind === "number") {
    const group = own.find(({ number }) => number === meant.number);
    if (group) return leave(ctx, visit, group);
    const left = await leaveForSharer(ctx, visit.personId, meant.number);
    if (left) return left;
  }
  if (own.length === 0) return answer({ key: "leaveNone" });
  if (meant.kind === "number") return askWhich(own);
  if (meant.kind === "all") return askWhich(own);
  const choice = chooseGroup(meant.words, own, ctx.matcher.knowledge());
  const [group, ...others] = own.filter(({ id }) => choice.includes(id));
  if (!group) return askWhich(own);
  return others.length === 0 ? leave(ctx, visit, group) : askWhich([group, ...others]);
}

/** The digit after that question. */
export async function leaveListed(ctx: Context, visit: Visit, id: number): Promise<Outcome> {
  const group = await findGroup(ctx, visit, id);
  return group ? leave(ctx, visit, group) : answer({ key: "groupUnknown", number: null }, null);
}

/** The question again, with those of these groups that they are still in. */
export async function askLeaveAgain(ctx: Context, visit: Visit, ids: readonly number[]): Promise<Outcome> {
  const groups = await groupsFor(ctx.db, visit.personId, ctx.now());
  const left = groups.filter((group) => group.joined && ids.includes(group.id));
  return left.length > 0 ? askWhich(left) : answer({ key: "leaveNone" }, null);
}

function askWhich(groups: readonly ShownGroup[]): Outcome {
  const asked = groups.slice(0, MOST_ASKED);
  return answer({ key: "leaveWhich", groups: asked }, { kind: "leave", ids: asked.map(({ id }) => id) });
}

/** Its broadcasts that are still on their way to this person go nowhere. */
async function leave(ctx: Context, visit: Visit, { id, number, name }: ShownGroup): Promise<Outcome> {
  if (await dropMember(ctx.db, id, visit.personId)) {
    await addConsent(ctx.db, {
      phoneHash: visit.phoneHash,
      purpose: "group",
      granted: false,
      method: "keyword",
      wording: `LEAVE ${number}`,
      at: ctx.now(),
    });
    await dropUnwanted(ctx.db, visit.personId, ctx.now());
    await untellGroup(ctx.db, visit.personId, id);
  }
  return answer({ key: "groupLeft", name }, closesOf(visit));
}

/** A menu that named the group is answered. */
function closesOf(visit: Visit): null | undefined {
  return visit.question?.kind === "leave" || visit.question?.kind === "group" ? null : undefined;
}
