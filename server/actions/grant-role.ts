import type { Phone } from "#server/domain/phone.ts";
import { type Actor, lapsesAt, type RoleName } from "#server/domain/role.ts";
import type { Context } from "../context.ts";
import { personOfPhone } from "../store/people.ts";
import { addRole, endRole } from "../store/roles.ts";
import { endSessionsOf } from "../store/sessions.ts";
import { audit } from "./audit.ts";

export type Grant = {
  readonly phone: Phone;
  readonly role: RoleName;
  readonly groupId: number | null;
  readonly name: string;
};

/** Makes somebody organizer, convenor or helper, until it lapses. Returns the person. */
export async function grantRole(
  ctx: Context,
  by: Actor | "command line",
  { phone, role, groupId, name }: Grant,
): Promise<number> {
  return ctx.inTransaction(async (ctx) => {
    const now = ctx.now();
    const personId = await personOfPhone(ctx.db, {
      phoneHash: ctx.vault.hash("phone", phone),
      phone: ctx.vault.seal("phone", phone),
      now,
    });
    await addRole(ctx.db, { personId, role, groupId, name, now, expiresAt: lapsesAt(role, now) });
    await audit(ctx, by, "grant role", `${role} ${name}`);
    return personId;
  });
}

/** Takes a role away; whoever had it is signed out everywhere. False when it had ended before. */
export async function revokeRole(ctx: Context, by: Actor | "command line", roleId: number): Promise<boolean> {
  return ctx.inTransaction(async (ctx) => {
    const ended = await endRole(ctx.db, roleId, ctx.now());
    if (!ended) return false;
    await endSessionsOf(ctx.db, ended.personId);
    await audit(ctx, by, "take role away", ended.name);
    return true;
  });
}
