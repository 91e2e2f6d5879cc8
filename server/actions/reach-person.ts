import type { Context } from "../context.ts";
import { addCall } from "../store/inbox.ts";
import { answer, type Outcome, type Visit } from "./visit.ts";

/** 0: the info tent is told at once; the next words say why. */
export async function reachPerson(ctx: Context, visit: Visit): Promise<Outcome> {
  const { personId, textId } = visit;
  await addCall(ctx.db, { personId, textId, createdAt: ctx.now() });
  return answer({ key: "personAsk" }, { kind: "person" });
}
