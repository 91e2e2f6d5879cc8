import type { Context } from "../context.ts";
import type { PrinterAddress } from "../printer/address.ts";
import { type SlipOutcome, sendReceipt } from "../printer/send-receipt.ts";

/** Sends a slip to the receipt printer of a touchscreen; so many in so long, for paper ends. */
export async function printSlip(
  ctx: Context,
  { kioskId, printer, bytes }: { kioskId: number; printer: PrinterAddress; bytes: Uint8Array },
): Promise<SlipOutcome | "too-many"> {
  const screen = String(kioskId);
  if (!(await ctx.limits.take("slips", screen))) return "too-many";
  const outcome = await sendReceipt(printer, bytes);
  if (outcome === "printed" || outcome === "half-done") return outcome;
  await ctx.limits.giveBack("slips", screen);
  ctx.log.warn({ kioskId, outcome }, "A slip could not be printed");
  return outcome;
}
