import fc from "fast-check";
import { expect, test } from "vitest";
import { readPrinterAddress, writtenAddress } from "#server/printer/address.ts";
import { isDoneByte, isStateByte, readState } from "#server/printer/status.ts";

test.each([
  ["192.168.1.50", "192.168.1.50:9100"],
  ["10.0.0.7:9101", "10.0.0.7:9101"],
  ["127.0.0.1:9109", "127.0.0.1:9109"],
  ["fd12::7", "[fd12::7]:9100"],
  ["[fd12::7]:9102", "[fd12::7]:9102"],
])("a printer of the own network is taken: %s", (typed, written) => {
  const read = readPrinterAddress(typed);
  expect(read && writtenAddress(read)).toBe(written);
});

test.each([
  "203.0.113.9",
  "192.168.1.50:22",
  "192.168.1.50:9110",
  "127.0.0.1:5432",
  "printer.example",
  "localhost:9100",
  "2001:db8::1",
  "192.168.1.50:9100/x",
  "0x7f000001",
  "127.1",
  "",
])("nothing else is reached through a printer's address: %s", (typed) => {
  expect(readPrinterAddress(typed)).toBeNull();
});

test("whatever is typed, what is taken is read again as it was written, at a printer's port", () => {
  const octet = fc.integer({ min: 0, max: 260 });
  const host = fc.tuple(fc.constantFrom("10", "192.168.1", "172.16", "8.8"), octet, octet);
  const port = fc.integer({ min: 9090, max: 9120 });
  fc.assert(
    fc.property(host, port, ([net, third, fourth], port) => {
      const read = readPrinterAddress(`${net}.${third}.${fourth}:${port}`);
      expect(read === null || (read.port >= 9100 && read.port <= 9109)).toBe(true);
      expect(read && readPrinterAddress(writtenAddress(read))).toEqual(read);
    }),
  );
});

test("an answer is never taken for that to another question, and only a printer with nothing in its way is ready", () => {
  const byte = fc.integer({ min: 0, max: 255 });
  fc.assert(
    fc.property(byte, byte, (offline, paper) => {
      expect(isStateByte(offline) && isDoneByte(offline)).toBe(false);
      const isFree = (offline & 0x64) === 0 && (paper & 0x60) === 0;
      expect(readState(offline, paper) === "ready").toBe(isFree);
    }),
  );
});
