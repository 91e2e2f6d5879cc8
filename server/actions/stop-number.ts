import type { Phone } from "#server/domain/phone.ts";
import type { Actor } from "#server/domain/role.ts";
import type { Context } from "../context.ts";
import { addConsent } from "../store/consents.ts";
import { findPerson, phoneHashOf } from "../store/people.ts";
import { audit } from "./audit.ts";
import { fallSilent } from "./set-consent.ts";

/** Somebody asked a person to get no more texts: the same as STOP from that phone, known to us or not. */
export async function stopNumber(ctx: Context, actor: Actor, phone: Phone): Promise<void> {
  const phoneHash = ctx.vault.hash("phone", phone);
  await ctx.inTransaction(async (ctx) => {
    const personId = await findPerson(ctx.db, phoneHash);
    await stop(ctx, phoneHash, personId);
    await audit(ctx, actor, "stop number", "a number by word of mouth");
  });
}

/** The same for a phone that wrote to us. False: it has no number. */
export async function stopPerson(ctx: Context, actor: Actor, personId: number): Promise<boolean> {
  return ctx.inTransaction(async (ctx) => {
    const phoneHash = await phoneHashOf(ctx.db, personId);
    if (!phoneHash) return false;
    await stop(ctx, phoneHash, personId);
    await audit(ctx, actor, "stop number", `phone ${personId}`);
    return true;
  });
}

async function stop(
  ctx: Context,
  phoneHash: Uint8Array<ArrayBuffer>,
  personId: number | null,
): Promise<void> {
  for (const purpose of ["texts", "news"] as const) {
    const entry = { phoneHash, purpose, granted: false, at: ctx.now() };
    await addConsent(ctx.db, { ...entry, method: "organizer", wording: "spoken request" });
  }
  if (personId !== null) await fallSilent(ctx, personId);
}
