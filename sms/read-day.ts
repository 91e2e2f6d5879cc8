import { distance } from "fastest-levenshtein";
import { isSwapped } from "#server/matching/know/swapped.ts";
import { COURTESIES } from "#sms/common-words.ts";
import { clean, wordsOf } from "#sms/fold.ts";

/** A day that somebody names: so many days from today, the next one of that name, 0 for Sunday, or one of the calendar. */
export type MeantDay =
  | { readonly kind: "in"; readonly days: number }
  | { readonly kind: "weekday"; readonly weekday: number }
  /** Saturday; on a Saturday or Sunday that very day. */
  | { readonly kind: "weekend" }
  /** `month` from 1 on. */
  | { readonly kind: "date"; readonly month: number; readonly day: number };

const inDays = (days: number): MeantDay => ({ kind: "in", days });
const weekday = (day: number): MeantDay => ({ kind: "weekday", weekday: day });

const ROWS: readonly (readonly [MeantDay, string])[] = [
  [inDays(0), "today tonight tonite hoy"],
  [inDays(1), "tomorrow tmrw tmr tmw tomo tomoro manana"],
  [inDays(2), "overmorrow"],
  [{ kind: "weekend" }, "weekend finde"],
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
const MONTHS: ReadonlyMap<string, number> = new Map(
  [
    "january jan enero ene",
    "february feb febrero",
    "march mar marzo",
    "april apr abril abr",
    "may mayo",
    "june jun junio",
    "july jul julio",
    "august aug agosto ago",
    "september sept sep septiembre",
    "october oct octubre",
    "november nov noviembre",
    "december dec diciembre dic",
  ].flatMap((names, at) => names.split(" ").map((name) => [name, at + 1] as const)),
);
const AROUND = new Set(
  `on for of the this coming next at in and what is whats are there happening show me see list schedule program agenda st
  nd rd th el la los en del de para este esta proximo proxima a que hay cual es ver programa`.split(/\s+/),
);
/** A part of a day: with a day or alone it says which part, and the list shows all of it. */
const PARTS_OF_DAY = new Set(
  "morning noon midday afternoon evening night nite late early tarde noche mediodia temprano".split(" "),
);
/** What several words mean together, as they stand once folded. */
const TOGETHER: readonly (readonly [RegExp, string])[] = [
  [/\b2(?=(?:day|nite|morrow|moro)\b)/g, "to"],
  [/\b(?:the )?day after (?:tomorrow|tomorow|tmrw|tmr|tmw)\b|\bpasado manana\b/g, "overmorrow"],
  [/\bfin de semana\b|\bweek end\b/g, "weekend"],
  [/\b(?:(?:por|en|de) la|esta) manana\b/g, "morning"],
  [/\b\d{1,2} ?(?:am|pm)\b/g, ""],
];
/** In names this long, one wrong letter, or two that are swapped, are forgiven. */
const FORGIVEN_FROM = 6;

/** The day, when the words name one and nothing else, or are only what people say around one; null for other words. */
export function readDay(said: string): MeantDay | null {
  const words = foldedWords(said).filter(
    (word) => !COURTESIES.has(word) && !AROUND.has(word) && !PARTS_OF_DAY.has(word),
  );
  const [word] = words;
  if (!word) return inDays(0);
  if (words.length > 1) return readDate(words);
  return DAYS.get(word) ?? mistyped(word);
}

const ASKING = new Set("what whats when where who how que cuando donde quien como cual".split(" "));
const FEW = 3;

/** Whether the words may as well ask for what is on: few of them, or a question. */
export function maySeekAgenda(said: string): boolean {
  const words = foldedWords(said).filter((word) => !COURTESIES.has(word));
  return words.length < FEW || words.slice(0, 2).some((word) => ASKING.has(word));
}

function foldedWords(said: string): readonly string[] {
  const folded = wordsOf(clean(said))
    .map(({ text }) => text)
    .join(" ")
    .replace(/\b2 (?=(?:day|nite|morrow|moro)\b)/g, "2");
  const joined = TOGETHER.reduce((text, [pattern, word]) => text.replace(pattern, word), folded);
  return joined.split(" ").filter(Boolean);
}

/** "dec 24", "sab 24 diciembre 2026"; null for all else. */
function readDate(words: readonly string[]): MeantDay | null {
  const day = words.map(Number).find((number) => number >= 1 && number <= 31);
  const month = words.find((word) => MONTHS.has(word) && (word !== "mar" || !words.some(isOtherMonth)));
  const rest = words.filter((word) => word !== month && Number(word) !== day && !DAYS.has(word));
  if (day === undefined || month === undefined || rest.some((word) => !/^20\d\d$/.test(word))) return null;
  return { kind: "date", month: MONTHS.get(month) ?? 0, day };
}

function isOtherMonth(word: string): boolean {
  return word !== "mar" && MONTHS.has(word);
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
