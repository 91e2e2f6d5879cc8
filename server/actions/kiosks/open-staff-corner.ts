import { timingSafeEqual } from "node:crypto";
import { STAFF_MS } from "#server/domain/kiosk.ts";
import type { Context } from "../../context.ts";
import { pinHashOf } from "../../store/kiosks.ts";

export type StaffOutcome =
  | { readonly ok: true; readonly ticket: string }
  | { readonly ok: false; readonly refusal: "wrong" | "too-many" | "no-pin" };

/** Opens the staff corner of a screen to whoever knows its PIN; the ticket stands in its forms, and nowhere else. */
export async function openStaffCorner(ctx: Context, kioskId: number, pin: string): Promise<StaffOutcome> {
  const who = String(kioskId);
  const hash = await pinHashOf(ctx.db, kioskId);
  if (hash === null) return { ok: false, refusal: "no-pin" };
  if (!(await ctx.limits.take("pins-missed", who))) return { ok: false, refusal: "too-many" };
  if (!timingSafeEqual(hash, ctx.vault.hash("kiosk-pin", `${kioskId} ${pin}`)))
    return { ok: false, refusal: "wrong" };
  await ctx.limits.giveBack("pins-missed", who);
  return { ok: true, ticket: ticketFor(ctx, kioskId, hash, ctx.now().getTime() + STAFF_MS) };
}

/** Whether a ticket is ours, of this screen and its present PIN, and not over. */
export async function isStaffTicket(ctx: Context, kioskId: number, ticket: string): Promise<boolean> {
  const until = Number(ticket.split(".")[0]);
  const hash = await pinHashOf(ctx.db, kioskId);
  if (hash === null || !(until > ctx.now().getTime())) return false;
  const right = Buffer.from(ticketFor(ctx, kioskId, hash, until));
  const given = Buffer.from(ticket);
  return right.length === given.length && timingSafeEqual(right, given);
}

function ticketFor(ctx: Context, kioskId: number, pinHash: Uint8Array, until: number): string {
  const words = `ticket ${kioskId} ${until} ${Buffer.from(pinHash).toString("hex")}`;
  return `${until}.${Buffer.from(ctx.vault.hash("kiosk-pin", words)).toString("base64url")}`;
}
