/** Who types a card's digits: whose wrong guesses are counted together. */
export type Guesser = { readonly kind: "phone" | "screen"; readonly name: string };

const MINUTE = 60_000;
/** Wrong guesses, and the time in which they count. A slip of the finger is none: its check digit does not fit. */
const LIMITS: Readonly<Record<Guesser["kind"], { readonly most: number; readonly withinMs: number }>> = {
  phone: { most: 5, withinMs: 60 * MINUTE },
  screen: { most: 10, withinMs: 10 * MINUTE },
};

/** So many wrong guesses of everybody in an hour are no slips: organizers are told, and each one gets fewer. */
export const ALARM_AT = 50;
export const ALARM_WITHIN_MS = 60 * MINUTE;
const MOST_IN_ALARM = 1;

export function guessWindowMs({ kind }: Guesser): number {
  return LIMITS[kind].withinMs;
}

/** Whether this one may try again. Who never guessed wrong always may, however many others do. */
export function mayGuess({ kind }: Guesser, misses: { readonly own: number; readonly all: number }): boolean {
  return misses.own < (misses.all >= ALARM_AT ? MOST_IN_ALARM : LIMITS[kind].most);
}
