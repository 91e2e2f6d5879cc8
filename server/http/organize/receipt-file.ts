import { type PaperMm, type ReceiptLine, receiptBytes } from "#kiosk/receipts/receipt-bytes.ts";
import type { OrganizeRequest } from "./session.ts";

/** What a receipt printer is sent as it is, for instance `cat slip.bin > /dev/usb/lp0`. */
export function receiptFile(c: OrganizeRequest, name: string, lines: readonly ReceiptLine[], paper: PaperMm) {
  c.header("content-type", "application/octet-stream");
  c.header("content-disposition", `attachment; filename="${name}.bin"`);
  return c.body(new Uint8Array(receiptBytes(lines, paper)));
}
