import { isIP } from "node:net";
import { isPrivateAddress } from "../../private-address.ts";

/**
 * Where a request comes from: the other end of the socket, or, where that is a proxy of our own (this machine, a private
 * network), the last address that it wrote into X-Forwarded-For. What stands before that one anybody can have written.
 */
export function clientAddress(socket: string | undefined, forwarded: string | undefined): string {
  const near = plain(socket ?? "");
  const last = plain(forwarded?.split(",").at(-1) ?? "");
  return isPrivateAddress(near) && isIP(last) !== 0 ? last : near || "unknown";
}

/** Without the prefix by which a socket of both families names an IPv4 address. */
function plain(address: string): string {
  return address.trim().replace(/^::ffff:(?=\d+\.)/i, "");
}
