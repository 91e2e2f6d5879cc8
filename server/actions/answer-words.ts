import type { Context } from "../context.ts";
import { addCall, addInboxEntry } from "../store/inbox.ts";
import { postThing } from "./post-thing.ts";
import { answer, type Outcome, SILENCE, type Visit } from "./visit.ts";

/** Words without a keyword answer an open question that wants words; else they are not understood. */
export async function answerWords(ctx: Context, visit: Visit): Promise<Outcome> {
  if (visit.question?.kind === "thing") return postThing(ctx, visit, visit.question.post, visit.body);
  if (visit.question?.kind === "person") {
    await addCall(ctx.db, { personId: visit.personId, textId: visit.textId, createdAt: ctx.now() });
    return answer({ key: "personTold" }, null);
  }
  return notUnderstood(ctx, visit);
}

/** The menu; then the menu and a person; then silence, and a person reads it. */
async function notUnderstood(ctx: Context, visit: Visit): Promise<Outcome> {
  if (visit.unknown === 0) return answer({ key: "menu" }, { kind: "menu" });
  if (visit.unknown === 1) return answer({ key: "menuAndPerson" }, { kind: "menu" });
  await addInboxEntry(ctx.db, {
    personId: visit.personId,
    textId: visit.textId,
    reason: "unknown",
    urgent: false,
    createdAt: ctx.now(),
  });
  return SILENCE;
}
