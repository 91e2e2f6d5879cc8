import { isPrivateAddress } from "../private-address.ts";

export type PrinterAddress = { readonly host: string; readonly port: number };

/** Where receipt printers and print servers listen for raw bytes: 9100, and 9101 up for a box's other printers. */
const PORTS = { least: 9100, most: 9109 };

/**
 * Reads `HOST` or `HOST:PORT`; null when it is none that we send to. An address and no name, of a private network and
 * at a printer's port: who sets a printer cannot make this machine talk to anything else.
 */
export function readPrinterAddress(typed: string): PrinterAddress | null {
  const [, bracketed, plain, given] =
    /^(?:\[([\da-f:]+)\]|([\d.]+|[\da-f]*:[\da-f:]+))(?::(\d{1,5}))?$/i.exec(typed.trim()) ?? [];
  const isBareIpv6 = plain?.includes(":") ?? false;
  const host = bracketed ?? (isBareIpv6 && given !== undefined ? `${plain}:${given}` : plain);
  const port = given === undefined || isBareIpv6 ? PORTS.least : Number(given);
  if (host === undefined || !isPrivateAddress(host) || port < PORTS.least || port > PORTS.most) return null;
  return { host, port };
}

/** As it is kept and shown. */
export function writtenAddress({ host, port }: PrinterAddress): string {
  return host.includes(":") ? `[${host}]:${port}` : `${host}:${port}`;
}
