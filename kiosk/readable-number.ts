import { parsePhoneNumberFromString } from "libphonenumber-js/max";

/** What people text, as they read it; null for a carrier's service id, which cannot be texted. */
export function readableNumber(number: string): string | null {
  if (/^\d{5,6}$/.test(number)) return number;
  return parsePhoneNumberFromString(number)?.formatInternational() ?? null;
}
