import type { Behaviour, Fate } from "#test/support/stand-in-exchange.ts";

/** What happens to the first hand-over to a number, by its last two digits; the next one goes well. */
const FIRST: readonly (readonly [least: number, fate: Fate])[] = [
  [0, { status: 429, code: 20429, retryAfterSeconds: 1 }],
  [5, { status: 500, code: 20500 }],
  [7, "accept-then-hang"],
  [9, "accept-then-500"],
  [11, "accept-then-drop"],
  [13, "accept"],
];

export type Moods = { readonly behaviour: Behaviour; refuses(phone: string): boolean };

/** A carrier with bad days: five in a hundred too busy, others broken after or before they took the text, 21610 for some. */
export function moody(): Moods {
  const met = new Set<string>();
  const refuses = (phone: string) => phone.endsWith("77");
  return {
    refuses,
    behaviour({ to }) {
      if (refuses(to)) return { status: 400, code: 21610 };
      if (met.has(to)) return "accept";
      met.add(to);
      const digits = Number(to.slice(-2));
      return FIRST.findLast(([least]) => digits >= least)?.[1] ?? "accept";
    },
  };
}
