import type { Actor } from "#server/domain/role.ts";
import type { Context } from "../context.ts";
import { answerAsker, endShare, handleOfAsker } from "../store/shared-phones.ts";
import { audit } from "./audit.ts";
import { planForGiver } from "./plan-later.ts";
import { answer, type Outcome, type Visit } from "./visit.ts";
import { withdrawSilently } from "./withdraw-asks.ts";

/** The owner's 1 or 2: from a 1 on, what comes for that person goes to this phone, which can act on their numbers. */
export async function answerShare(
  ctx: Context,
  visit: Visit,
  askerId: number,
  yes: boolean,
): Promise<Outcome> {
  const handle = await handleOfAsker(ctx.db, visit.personId, askerId);
  if (handle === null) return answer({ key: "menuOver" }, { kind: "menu" });
  await answerAsker(ctx.db, visit.personId, askerId, yes);
  if (yes) await planForGiver(ctx, visit.personId);
  return answer({ key: yes ? "shareYes" : "shareNo", handle }, null);
}

/** The question again. */
export async function repeatShare(ctx: Context, visit: Visit, askerId: number): Promise<Outcome> {
  const handle = await handleOfAsker(ctx.db, visit.personId, askerId);
  if (handle === null) return answer({ key: "menuOver" }, { kind: "menu" });
  return answer({ key: "shareAsk", handle }, { kind: "share", person: askerId });
}

/** Somebody shares a phone no longer, or does not ask for it any more: what comes for them stays at the tent. */
export async function unsharePhone(ctx: Context, actor: Actor, personId: number): Promise<boolean> {
  return ctx.inTransaction(async (ctx) => {
    await withdrawSilently(ctx, { giverId: personId });
    if (!(await endShare(ctx.db, personId))) return false;
    await audit(ctx, actor, "end sharing a phone", `person ${personId}`);
    return true;
  });
}
