import { damm } from "cdigit";

/**
 * What is printed below a card's picture: ten random digits and a check digit behind, so that a slip of the finger is no
 * guess. Damm's catches every single wrong digit and every swap of neighbours.
 */
export function withCheckDigit(ten: string): string {
  return `${ten}${damm.compute(ten)}`;
}

/** Whether these may be the digits of a card at all. */
export function isCode(code: string): boolean {
  return /^\d{11}$/.test(code) && damm.validate(code);
}

/** As it is printed and read aloud: "4839 2017 563". */
export function spokenCode(code: string): string {
  return `${code.slice(0, 4)} ${code.slice(4, 8)} ${code.slice(8)}`;
}

/** Crockford's letters: no I, L, O and U, which are read for other signs or make words. */
const CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
/** Of five random bits each: 100 in all. */
export const TOKEN_LETTERS = 20;

/** `bytes`: as many random ones as the token has letters. */
export function tokenOf(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => CROCKFORD.charAt(byte % CROCKFORD.length)).join("");
}

/** A token as it is kept, however it was written; null when it can be none. */
export function readToken(written: string): string | null {
  const token = written.toUpperCase().replace(/O/g, "0").replace(/[IL]/g, "1");
  return token.length === TOKEN_LETTERS && [...token].every((letter) => CROCKFORD.includes(letter))
    ? token
    : null;
}

/** The token in what a scanner reads from a card, or in what is typed; null when there is none. */
export function tokenInAddress(scanned: string): string | null {
  const [, token] = /\/g\/([0-9a-z]+)\/?$/i.exec(scanned.trim()) ?? [];
  return token === undefined ? null : readToken(token);
}
