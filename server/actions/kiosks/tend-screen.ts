import { readPixelsPerMm } from "#server/domain/kiosk.ts";
import type { Context } from "../../context.ts";
import { changeKiosk } from "../../store/kiosks.ts";
import { audit } from "../audit.ts";

/** Whoever knows the PIN takes a screen out of order, or puts it back. */
export async function setOrder(ctx: Context, kioskId: number, order: "in" | "out"): Promise<void> {
  await ctx.inTransaction(async (ctx) => {
    await changeKiosk(ctx.db, kioskId, { outOfOrderAt: order === "out" ? ctx.now() : null });
    const act = order === "out" ? "take screen out of order" : "put screen back in order";
    await audit(ctx, "a staff corner", act, `screen ${kioskId}`);
  });
}

/** How many pixels of a screen are a millimetre; false when no screen is like that. */
export async function setSize(ctx: Context, kioskId: number, typed: number): Promise<boolean> {
  const pixelsPerMm = readPixelsPerMm(typed);
  if (pixelsPerMm === null) return false;
  await changeKiosk(ctx.db, kioskId, { pixelsPerMm });
  return true;
}
