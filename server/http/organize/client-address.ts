import { BlockList, isIP, isIPv6 } from "node:net";

const NEAR = new BlockList();
for (const [net, bits] of [
  ["127.0.0.0", 8],
  ["10.0.0.0", 8],
  ["172.16.0.0", 12],
  ["192.168.0.0", 16],
  ["169.254.0.0", 16],
] as const)
  NEAR.addSubnet(net, bits, "ipv4");
for (const [net, bits] of [
  ["::1", 128],
  ["fc00::", 7],
  ["fe80::", 10],
] as const)
  NEAR.addSubnet(net, bits, "ipv6");

/**
 * Where a request comes from: the other end of the socket, or, where that is a proxy of our own (this machine, a private
 * network), the last address that it wrote into X-Forwarded-For. What stands before that one anybody can have written.
 */
export function clientAddress(socket: string | undefined, forwarded: string | undefined): string {
  const near = plain(socket ?? "");
  const last = plain(forwarded?.split(",").at(-1) ?? "");
  return isNear(near) && isIP(last) !== 0 ? last : near || "unknown";
}

/** Without the prefix by which a socket of both families names an IPv4 address. */
function plain(address: string): string {
  return address.trim().replace(/^::ffff:(?=\d+\.)/i, "");
}

function isNear(address: string): boolean {
  return isIP(address) !== 0 && NEAR.check(address, isIPv6(address) ? "ipv6" : "ipv4");
}
