import type { damm } from "cdigit";

const PACKAGE = "/assets/cdigit/damm.js";
const LARGEST = 2 ** 32;

/** Eleven digits as a server makes them: ten random ones and their check digit. */
export async function newSlipCode(): Promise<string> {
  const { damm: check }: { readonly damm: typeof damm } = await import(PACKAGE);
  return check.generate(Array.from({ length: 10 }, randomDigit).join(""));
}

/** No page without a certificate may ask for a ready-made one. */
export function newNonce(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) =>
    byte.toString(16).padStart(2, "0"),
  ).join("");
}

function randomDigit(): number {
  const [drawn = 0] = crypto.getRandomValues(new Uint32Array(1));
  return Math.floor((drawn / LARGEST) * 10);
}
