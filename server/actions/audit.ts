import type { AuditAct } from "#server/domain/audit-act.ts";
import type { Actor } from "#server/domain/role.ts";
import type { Context } from "../context.ts";
import { addAudit } from "../store/audit.ts";

/**
 * Who did it: somebody with a role, whoever runs the machine, whoever stood at the console's door or knew the PIN of a
 * screen, or the program itself.
 */
type Who = Actor | "command line" | "the door" | "a staff corner" | "Giftline";

/** `subject` names what it was done to by number or name of a role, group or gathering: never words or numbers of people. */
export async function audit(ctx: Context, actor: Who, act: AuditAct, subject: string): Promise<void> {
  const who =
    typeof actor === "string"
      ? { actorId: null, actorName: actor }
      : { actorId: actor.personId, actorName: actor.name };
  await addAudit(ctx.db, { ...who, act, subject, at: ctx.now() });
}
