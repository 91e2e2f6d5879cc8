import { distance } from "fastest-levenshtein";
import { isSwapped } from "#server/matching/know/swapped.ts";
import { COURTESIES } from "#sms/common-words.ts";
import { clean, wordsOf } from "#sms/fold.ts";

/** A day that somebody names: so many days from today, or the next one of that name, 0 for Sunday. */
export type MeantDay =
  | { readonly kind: "in"; readonly days: number }
  | { readonly kind: "weekday"; readonly weekday: number };

const inDays = (days: number): MeantDay => ({ kind: "in", days });
const weekday = (day: number): MeantDay => ({ kind: "weekday", weekday: day });

const ROWS: readonly (readonly [MeantDay, string])[] = [
  [inDays(0), "today tonight tonite hoy"],
  [inDays(1), "tomorrow tmrw tmr tmw tomo tomoro manana"],
  [weekday(0), "sunday sun domingo dom"],
  [weekday(1), "monday mon lunes lun"],
  [weekday(2), "tuesday tue tues martes mar"],
  [weekday(3), "wednesday wed weds miercoles mie mier"],
  [weekday(4), "thursday thu thur thurs jueves jue"],
  [weekday(5), "friday fri viernes vie vier"],
  [weekday(6), "saturday sat sabado sab"],
];
const DAYS: ReadonlyMap<string, MeantDay> = new Map(
  ROWS.flatMap(([day, names]) => names.split(" ").map((name) => [name, day] as const)),
);
const AROUND = new Set(
  "on for of the this coming what is whats el la de del para este esta que hay".split(" "),
);
/** In names this long, one wrong letter, or two that are swapped, are forgiven. */
const FORGIVEN_FROM = 6;

/** The day, when the words name one and nothing else; null for other words. */
export function readDay(said: string): MeantDay | null {
  const joined = clean(said).replace(/\b2(?=(?:day|nite|morrow|moro)\b)/gi, "to");
  const words = wordsOf(joined).filter(({ text }) => !COURTESIES.has(text) && !AROUND.has(text));
  const [word] = words;
  if (!word || words.length > 1) return null;
  return DAYS.get(word.text) ?? mistyped(word.text);
}

function mistyped(word: string): MeantDay | null {
  if (word.length < FORGIVEN_FROM - 1) return null;
  const near = [...DAYS].find(
    ([name]) =>
      name.length >= FORGIVEN_FROM &&
      name[0] === word[0] &&
      (distance(name, word) === 1 || isSwapped(name, word)),
  );
  return near?.[1] ?? null;
}
