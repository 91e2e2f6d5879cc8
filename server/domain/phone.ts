import { type CountryCode, parsePhoneNumberFromString } from "libphonenumber-js/max";

/** A number in E.164: "+14015550101". */
export type Phone = string & { readonly __phone: true };

/** Reads a number as people or carriers write it; null for short codes, names and nonsense. */
export function readPhone(text: string, region: CountryCode): Phone | null {
  const found = parsePhoneNumberFromString(text, region);
  return found?.isPossible() ? (found.number as string as Phone) : null;
}

/** Numbers whose calls and texts earn their owner money: what a flood of texts is for. */
const COSTLY: ReadonlySet<string | undefined> = new Set(["PREMIUM_RATE", "SHARED_COST"]);

/** Whether we text numbers of this country and kind. */
export function isServed(phone: Phone, countries: readonly CountryCode[]): boolean {
  const calling = parsePhoneNumberFromString(phone);
  if (!calling || COSTLY.has(calling.getType())) return false;
  if (calling.country) return countries.includes(calling.country);
  return countries.some((country) => calling.getPossibleCountries().includes(country));
}
