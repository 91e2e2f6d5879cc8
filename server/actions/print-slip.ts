import type { Context } from "../context.ts";
import type { PrinterAddress } from "../printer/address.ts";
import { type SlipOutcome, sendReceipt } from "../printer/send-receipt.ts";

/** Sends a slip to the receipt printer of a touchscreen; so many in so long, for paper ends. */
export async function printSlip(
  ctx: Context,
  { kioskId, printer, bytes }: { kioskId: number; printer: PrinterAddress; bytes: Uint8Array },
): Promise<SlipOutcome | "too-many"> {
  if (!(await ctx.limits.allows("slips", String(kioskId)))) return "too-many";
  const outcome = await sendReceipt(printer, bytes);
  if (outcome === "printed" || outcome === "half-done") await ctx.limits.count("slips", String(kioskId));
  else ctx.log.warn({ kioskId, outcome }, "A slip could not be printed");
  return outcome;
}
