import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { receiptBytes } from "#kiosk/receipts/receipt-bytes.ts";
import { type PrinterAddress, readPrinterAddress } from "#server/printer/address.ts";
import { lookAtPrinter, sendReceipt } from "#server/printer/send-receipt.ts";
import { startStandInPrinter } from "#test/support/stand-in-printer.ts";

const SLIP = receiptBytes([{ kind: "words", words: "Kitchen, big tent" }], "80");
let printer: Awaited<ReturnType<typeof startStandInPrinter>>;
let at: PrinterAddress;
beforeAll(async () => {
  printer = await startStandInPrinter();
  const read = readPrinterAddress(printer.address);
  if (!read) throw new Error("The stand-in has an address that is none of a printer.");
  at = read;
});
afterAll(() => printer.close());
beforeEach(() => printer.set("none"));

test("a printer that can prints the slip, and says so", async () => {
  expect(await sendReceipt(at, SLIP)).toBe("printed");
  expect(printer.paper()).toContain("Kitchen, big tent");
});

test.each(["no-paper", "cover-open", "fault"] as const)(
  "a printer with %s is sent nothing, and says what it is",
  async (trouble) => {
    printer.set(trouble);
    const before = printer.paper();
    expect(await sendReceipt(at, SLIP)).toBe(trouble);
    expect(printer.paper()).toBe(before);
  },
);

test("paper that runs out in the middle of a slip is said", async () => {
  printer.set("runs-out");
  expect(await sendReceipt(at, SLIP)).toBe("no-paper");
});

test("a printer that breaks off in the middle is never said to have printed", async () => {
  printer.set("breaks-off");
  expect(await sendReceipt(at, SLIP)).toBe("half-done");
});

test("a printer that takes the call and is silent is sent nothing", async () => {
  printer.set("silent");
  const before = printer.paper();
  expect(await sendReceipt(at, SLIP)).toBe("no-answer");
  expect(printer.paper()).toBe(before);
});

test("where no printer is, that is said", async () => {
  expect(await sendReceipt({ host: "127.0.0.1", port: 1 }, SLIP)).toBe("no-answer");
});

test("a roll that is nearly at its end shows before it is", async () => {
  printer.set("none", true);
  expect(await lookAtPrinter(at)).toEqual({ state: "ready", isLow: true });
});
