import { isIP, isIPv6 } from "node:net";
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

const OF_PROXIES = ["x-forwarded-for", "forwarded", "via", "x-real-ip"] as const;

/**
 * Whether a browser on this machine itself asks, by one of the machine's own names for itself: nothing that came through
 * a proxy, and no page of elsewhere whose name was made to lead here.
 */
export function isThisMachine(
  socket: string | undefined,
  header: (name: string) => string | undefined,
): boolean {
  const isLocal = /^127\.|^::1$/.test(plain(socket ?? ""));
  const asked = /^(?:localhost|127\.[\d.]+|\[::1\])(?::\d+)?$/i.test(header("host") ?? "");
  return isLocal && asked && OF_PROXIES.every((name) => header(name) === undefined);
}

/** Whose limits are counted together: an IPv6 connection has all addresses that begin with the same 64 bits. */
export function networkOf(address: string): string {
  if (!isIPv6(address)) return address;
  const [head = "", tail] = address.split("::");
  const left = head === "" ? [] : head.split(":");
  const right = tail ? tail.split(":") : [];
  const zeros = tail === undefined ? 0 : Math.max(0, 8 - left.length - right.length);
  const groups = [...left, ...Array.from({ length: zeros }, () => "0"), ...right];
  return `${groups
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(":")}::/64`;
}

/** Without the prefix by which a socket of both families names an IPv4 address. */
function plain(address: string): string {
  return address.trim().replace(/^::ffff:(?=\d+\.)/i, "");
}
