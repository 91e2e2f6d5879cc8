import type { Context } from "../context.ts";
import { addKioskCall } from "../store/inbox.ts";

/** Somebody at a touchscreen asks for a person: one entry in the organizers' inbox, however often they touch. */
export async function callPerson(ctx: Context, kioskId: number): Promise<void> {
  await addKioskCall(ctx.db, kioskId, ctx.now());
}
