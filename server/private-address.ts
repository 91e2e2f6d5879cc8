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

/** Whether it is the address of this machine or of a private network. */
export function isPrivateAddress(address: string): boolean {
  return isIP(address) !== 0 && NEAR.check(address, isIPv6(address) ? "ipv6" : "ipv4");
}
