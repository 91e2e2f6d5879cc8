import { maskPhones } from "#server/domain/mask.ts";

/** What can be wrong with a field of a form, or a cell of a table. */
export type FormFault =
  | "missing"
  | "too-long"
  | "phone"
  | "no-days"
  | "bad-day"
  | "bad-time"
  | "bad-length"
  | "ends-before"
  | "past"
  | "until-before"
  | "bad-choice"
  | "no-such-group"
  | "which-group"
  | "not-yours"
  /** Of a table: no table at all, one without its columns or lines, a line that comes twice, a number of a closed group. */
  | "unreadable"
  | "no-columns"
  | "no-lines"
  | "too-many"
  | "twice"
  | "closed";

export type Faulty<Field extends string> = { readonly field: Field; readonly fault: FormFault };

export type Reading<Draft, Field extends string> =
  | { readonly ok: true; readonly draft: Draft }
  | { readonly ok: false; readonly faults: readonly Faulty<Field>[] };

/** What is wrong with words; nothing when they may stay. Nobody's number goes on a page or a sheet. */
export function faultOfWords(words: string, most: number, needed: boolean): FormFault | null {
  if (needed && words.trim() === "") return "missing";
  if (words.trim().length > most) return "too-long";
  return maskPhones(words).masked ? "phone" : null;
}

/** The faults among what was looked at, in the order of the form. */
export function faultsOf<Field extends string>(
  looked: readonly (readonly [field: Field, fault: FormFault | null])[],
): readonly Faulty<Field>[] {
  return looked.flatMap(([field, fault]) => (fault === null ? [] : [{ field, fault }]));
}
