/** So that "Para Rosa H.:" opens a text in the room of a camp's name. */
export const LONGEST_HANDLE = 15;
const SHAPE = /^\p{Script=Latin}[\p{Script=Latin}\p{M}\d .'-]*$/u;
const MOST_DIGITS = 3;

/** How the tent calls somebody, tidied; null for what is too long for a text, or could be a phone number. */
export function readHandle(said: string): string | null {
  const handle = said.normalize("NFC").trim().replace(/\s+/g, " ");
  const digits = handle.replace(/\D/g, "").length;
  const fits = handle.length <= LONGEST_HANDLE && digits <= MOST_DIGITS && SHAPE.test(handle);
  return fits ? handle : null;
}
