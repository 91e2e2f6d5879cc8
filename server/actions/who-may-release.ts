import { areTwoHands, YOUNG_MS } from "#server/domain/two-people.ts";
import type { Context } from "../context.ts";
import { handsBehind, reachableOrganizers } from "../store/organizers.ts";

/** The organizers who can be texted and may release what this person wrote. */
export async function whoMayRelease(ctx: Context, writerId: number): Promise<readonly number[]> {
  const others = await reachableOrganizers(ctx.db, writerId, ctx.now());
  const hands = await handsOf(ctx, [writerId, ...others]);
  return others.filter((id) => areTwoHands(hands.get(writerId) ?? NOBODY, hands.get(id) ?? NOBODY));
}

/** Whether these two are one hand: less than a day ago one of them, or the same third one, made the other an organizer. */
export async function areOneHand(ctx: Context, one: number, other: number): Promise<boolean> {
  const hands = await handsOf(ctx, [one, other]);
  return !areTwoHands(hands.get(one) ?? NOBODY, hands.get(other) ?? NOBODY);
}

const NOBODY: ReadonlySet<number> = new Set();

async function handsOf(ctx: Context, people: readonly number[]) {
  const now = ctx.now();
  return handsBehind(ctx.db, people, { since: new Date(now.getTime() - YOUNG_MS), now });
}
