import { Hono } from "hono";
import { z } from "zod";
import { printedPage } from "#kiosk/print/page.ts";
import { type ReceiptLine, receiptBytes } from "#kiosk/receipts/receipt-bytes.ts";
import { printSlip } from "../../actions/print-slip.ts";
import type { Context } from "../../context.ts";
import { readPrinterAddress } from "../../printer/address.ts";
import { form } from "../cards/buttons.ts";
import type { KioskEnv } from "./env.ts";

const Line = z.string().max(300);
const Slip = z.object({
  title: z.string().trim().min(1).max(120),
  lines: z
    .union([Line, z.array(Line).max(40)])
    .optional()
    .transform((lines) => (lines === undefined ? [] : [lines].flat())),
  digits: z.string().max(40),
});

/** A slip on the receipt printer that an organizer has set for this screen. */
export function printRoutes(ctx: Context): Hono<KioskEnv> {
  const routes = new Hono<KioskEnv>();
  routes.post("/", form(Slip), async (c) => {
    const { kiosk, frame } = c.var;
    const printer = kiosk?.printer ? readPrinterAddress(kiosk.printer) : null;
    if (!kiosk || !printer) return c.html(printedPage(frame, "no-printer"));
    const bytes = receiptBytes(slipLines(ctx, c.req.valid("form")), "80");
    return c.html(printedPage(frame, await printSlip(ctx, { kioskId: kiosk.id, printer, bytes })));
  });
  return routes;
}

function slipLines(ctx: Context, { title, lines, digits }: z.infer<typeof Slip>): readonly ReceiptLine[] {
  return [
    { kind: "words", words: ctx.config.nodeName },
    { kind: "title", words: title },
    ...(digits === "" ? [] : [{ kind: "big", words: digits } as const]),
    { kind: "rule" },
    ...lines.map((words): ReceiptLine => ({ kind: "words", words })),
  ];
}
