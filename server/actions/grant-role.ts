import type { Phone } from "#server/domain/phone.ts";
import { type Actor, lapsesAt, type RoleName } from "#server/domain/role.ts";
import type { Context } from "../context.ts";
import { personOfPhone } from "../store/people.ts";
import { addRole, endRole, extendRole } from "../store/roles.ts";
import { endSessionsOf } from "../store/sessions.ts";
import { audit } from "./audit.ts";
import { sendText } from "./send-text.ts";

export type Grant = {
  readonly phone: Phone;
  readonly role: RoleName;
  readonly groupId: number | null;
  readonly name: string;
};

/**
 * Makes somebody organizer, convenor or helper, until it lapses. From the command line it holds at once; typed at the
 * console it holds once that phone has replied 1, so that a mistyped number makes nobody anything. Returns the person.
 */
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
    const given = { personId, role, groupId, name, now, expiresAt: lapsesAt(role, now) };
    await audit(ctx, by, "grant role", `${role} ${name}`);
    if (by === "command line") await addRole(ctx.db, { ...given, grantedById: null, acceptedAt: now });
    else if (!(await extendRole(ctx.db, given))) await offer(ctx, by, given);
    return personId;
  });
}

async function offer(ctx: Context, by: Actor, given: Parameters<typeof extendRole>[1]): Promise<void> {
  const id = await addRole(ctx.db, { ...given, grantedById: by.personId, acceptedAt: null });
  await sendText(ctx, {
    to: given.personId,
    kind: "notice",
    saying: { key: "roleOffered", by: by.name, role: given.role },
    question: { kind: "role", role: id },
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
