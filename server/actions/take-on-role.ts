import type { Context } from "../context.ts";
import { reachableOrganizers } from "../store/organizers.ts";
import { acceptRole, actorOf, offeredRole } from "../store/roles.ts";
import { audit } from "./audit.ts";
import { sendText } from "./send-text.ts";
import { answer, type Outcome, type Visit } from "./visit.ts";

/** 1 to a role that was given at the console: it holds from here on, and the organizers hear of a new one. */
export async function takeOnRole(ctx: Context, visit: Visit, roleId: number): Promise<Outcome> {
  const now = ctx.now();
  const offered = await offeredRole(ctx.db, roleId, visit.personId, now);
  if (!offered) return answer({ key: "roleGone" }, null);
  await acceptRole(ctx.db, roleId, now);
  const { role, name, personId } = offered;
  await audit(ctx, { personId, name, roles: [] }, "take on role", `${role} ${name}`);
  if (role === "organizer") await tellOthers(ctx, offered.personId, name, offered.grantedById);
  return answer({ key: "roleTaken", role }, null);
}

async function tellOthers(ctx: Context, to: number, name: string, givenBy: number | null): Promise<void> {
  const giver = givenBy === null ? null : await actorOf(ctx.db, givenBy, ctx.now());
  for (const other of await reachableOrganizers(ctx.db, to, ctx.now()))
    await sendText(ctx, {
      to: other,
      kind: "notice",
      saying: { key: "newOrganizer", name, by: giver?.name ?? null },
    });
}

/** The menu again, after a digit that it does not have. */
export async function offerAgain(ctx: Context, visit: Visit, roleId: number): Promise<Outcome> {
  const offered = await offeredRole(ctx.db, roleId, visit.personId, ctx.now());
  if (!offered) return answer({ key: "roleGone" }, null);
  const giver = offered.grantedById === null ? null : await actorOf(ctx.db, offered.grantedById, ctx.now());
  const question = { kind: "role", role: roleId } as const;
  return answer({ key: "roleOffered", by: giver?.name ?? null, role: offered.role }, question);
}
