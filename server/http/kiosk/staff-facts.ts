import { getConnInfo } from "@hono/node-server/conninfo";
import type { StaffFacts } from "#kiosk/staff/corner.ts";
import { secondsSince } from "#server/domain/kiosk.ts";
import type { Context } from "../../context.ts";
import { lastFaults } from "../../log.ts";
import { readPrinterAddress } from "../../printer/address.ts";
import { lookAtPrinter } from "../../printer/send-receipt.ts";
import type { Kiosk } from "../../store/kiosks.ts";
import { unsentCounts } from "../../store/outbound-texts.ts";
import { dueJobs } from "../../store/outbox.ts";
import { haltedCodes } from "../../store/senders.ts";
import { VERSION } from "../../version.ts";
import { clientAddress } from "../organize/client-address.ts";
import { shownClock } from "../organize/times.ts";
import type { KioskRequest } from "./env.ts";

/** What the staff corner shows of a screen and of what is behind it. */
export async function staffFacts(
  ctx: Context,
  c: KioskRequest,
  kiosk: Kiosk,
): Promise<Omit<StaffFacts, "frame" | "ticket" | "view" | "isSaved">> {
  const now = ctx.now();
  const [printer, due, unsent, halted] = await Promise.all([
    printerFacts(kiosk),
    dueJobs(ctx.db, now),
    unsentCounts(ctx.db),
    haltedCodes(ctx.db),
  ]);
  return {
    kiosk: {
      name: kiosk.name,
      isOutOfOrder: kiosk.outOfOrderAt !== null,
      isMeasured: kiosk.pixelsPerMm !== null,
    },
    printer,
    queue: {
      jobs: due.count,
      oldestSeconds: secondsSince(due.oldest, now),
      texts: unsent.reduce((sum, { count }) => sum + count, 0),
    },
    network: {
      address: clientAddress(getConnInfo(c).remote.address, c.req.header("x-forwarded-for")),
      server: new URL(c.req.url).host,
      halted,
    },
    version: VERSION,
    errors: lastFaults(ctx.log).map(({ at, what }) => ({ when: shownClock(ctx, at), what })),
  };
}

async function printerFacts({ printer }: Kiosk): Promise<StaffFacts["printer"]> {
  const address = printer === null ? null : readPrinterAddress(printer);
  if (!address) return { address: null, state: "browser", isLow: false };
  const look = await lookAtPrinter(address);
  return look === null
    ? { address: printer, state: "no-answer", isLow: false }
    : { address: printer, ...look };
}
