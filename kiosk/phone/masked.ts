/** Enough of a number to know one's own by: its last two digits. */
export function maskedDigits(typed: string): string {
  return `..${typed.replace(/\D/g, "").slice(-2)}`;
}
