import type { Actor } from "#server/domain/role.ts";
import type { Context } from "../context.ts";
import { addAudit } from "../store/audit.ts";

/** `subject` names what it was done to by number or name of a role, group or gathering: never words or numbers of people. */
export async function audit(
  ctx: Context,
  actor: Actor | "command line",
  act: string,
  subject: string,
): Promise<void> {
  const who =
    actor === "command line"
      ? { actorId: null, actorName: actor }
      : { actorId: actor.personId, actorName: actor.name };
  await addAudit(ctx.db, { ...who, act, subject, at: ctx.now() });
}
