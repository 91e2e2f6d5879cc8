/** Days of the week on which something is meant, 0 Sunday to 6; `today` and `tomorrow` while nobody knows what day it is. */
type Day = number | "today" | "tomorrow";
export type When = { readonly days: readonly Day[]; readonly hours: readonly [number, number] | null };

const DAY = 24;
const WEEK = [0, 1, 2, 3, 4, 5, 6];
const DAYS: ReadonlyMap<string, readonly Day[]> = new Map<string, readonly Day[]>(
  Object.entries({
    sunday: [0],
    sundays: [0],
    domingo: [0],
    domingos: [0],
    dom: [0],
    monday: [1],
    mondays: [1],
    mon: [1],
    lunes: [1],
    lun: [1],
    tuesday: [2],
    tuesdays: [2],
    tue: [2],
    tues: [2],
    martes: [2],
    wednesday: [3],
    wednesdays: [3],
    wed: [3],
    weds: [3],
    miercoles: [3],
    mier: [3],
    thursday: [4],
    thursdays: [4],
    thu: [4],
    thur: [4],
    thurs: [4],
    jueves: [4],
    jue: [4],
    friday: [5],
    fridays: [5],
    fri: [5],
    viernes: [5],
    vier: [5],
    saturday: [6],
    saturdays: [6],
    sat: [6],
    sats: [6],
    sabado: [6],
    sabados: [6],
    weekend: [6, 0],
    weekends: [6, 0],
    weekday: [1, 2, 3, 4, 5],
    weekdays: [1, 2, 3, 4, 5],
    daily: WEEK,
    everyday: WEEK,
    diario: WEEK,
    anytime: WEEK,
    today: ["today"],
    tonight: ["today"],
    hoy: ["today"],
    tomorrow: ["tomorrow"],
  }),
);
const HOURS: ReadonlyMap<string, readonly [number, number]> = new Map<string, readonly [number, number]>(
  Object.entries({
    morning: [5, 12],
    mornings: [5, 12],
    noon: [11, 14],
    lunchtime: [11, 14],
    mediodia: [11, 14],
    afternoon: [12, 18],
    afternoons: [12, 18],
    tarde: [12, 20],
    tardes: [12, 20],
    evening: [17, 23],
    evenings: [17, 23],
    tonight: [17, 24],
    night: [17, 24],
    nights: [17, 24],
    noche: [18, 24],
    noches: [18, 24],
    aft: [12, 18],
    eve: [17, 23],
    pm: [12, 24],
    early: [4, 10],
    temprano: [4, 10],
  }),
);

/** "till fri" is an end, not a day. */
const LIMITS = /\b(?:till|until|til|thru|through|by|before|hasta|antes)(?: el| del| the)?$/;

/** Reads days and hours out of words that name nothing else. */
export function whenOf(all: readonly string[]): When {
  const words = all.filter(
    (word, index) => !(DAYS.has(word) && LIMITS.test(`${all[index - 2] ?? ""} ${all[index - 1] ?? ""}`)),
  );
  const text = words.join(" ");
  const days = new Set<Day>(words.flatMap((word) => DAYS.get(word) ?? []));
  for (const [, from = "", to = ""] of text.matchAll(/\b([a-z]+) (?:to|a|thru|through|until) ([a-z]+)\b/g)) {
    for (const day of daysBetween(DAYS.get(from), DAYS.get(to))) days.add(day);
  }
  if (/\bfin de semana\b|\bfines de semana\b/.test(text)) for (const day of [6, 0]) days.add(day);
  if (/\bentre semana\b/.test(text)) for (const day of [1, 2, 3, 4, 5]) days.add(day);
  if (/\b(?:todos (?:los )?dias|every day|any day|cualquier dia|every night)\b/.test(text))
    for (const day of WEEK) days.add(day);
  if (/\bmananas?\b/.test(text) && !/\b(?:por|en|de|las?) (?:la )?mananas?\b/.test(text) && days.size === 0)
    days.add("tomorrow");
  return { days: [...days], hours: hoursOf(words, text) };
}

export function isTime(word: string): boolean {
  return DAYS.has(word) || HOURS.has(word);
}

function daysBetween(from: readonly Day[] | undefined, to: readonly Day[] | undefined): readonly number[] {
  const [first] = from ?? [];
  const [last] = to ?? [];
  if (typeof first !== "number" || typeof last !== "number") return [];
  return Array.from({ length: ((last - first + 7) % 7) + 1 }, (_, step) => (first + step) % 7);
}

function hoursOf(words: readonly string[], text: string): readonly [number, number] | null {
  const range =
    /\b(\d{1,2})(?::\d\d)? ?(am|pm|a|p)? (?:to |a |until |till )?(\d{1,2})(?::\d\d)? ?(am|pm)\b/.exec(text);
  if (range) {
    const to = clock(range[3], range[4]);
    const from = clock(
      range[1],
      range[2] ?? (Number(range[1]) > Number(range[3]) && range[4] === "pm" ? "am" : range[4]),
    );
    return [from, to < from ? to + DAY : to];
  }
  const at =
    /\b(\d{1,2})(?::(\d\d))? ?(am|pm)\b/.exec(text) ?? /\b(?:at|las|la) (\d{1,2})(?::(\d\d))?()\b/.exec(text);
  if (at) {
    const hour = clock(at[1], at[3] || undefined);
    return hour > 24 ? null : [hour, hour];
  }
  const named = words.map((word) => HOURS.get(word)).find((each) => each !== undefined);
  if (named) return named;
  return /\b(?:por|en|de|las?) (?:la )?mananas?\b/.test(text) ? [5, 12] : null;
}

function clock(hour: string | undefined, half: string | undefined): number {
  const value = Number(hour) % 12;
  if (half?.startsWith("p")) return value + 12;
  if (half?.startsWith("a")) return value;
  return Number(hour) < 8 ? Number(hour) + 12 : Number(hour);
}

/** Whether two posts can be about the same day; unsaid fits all. */
export function sameDay(one: When, other: When): boolean {
  if (one.days.length === 0 || other.days.length === 0) return true;
  const relative = (when: When) => when.days.some((day) => typeof day === "string");
  if (relative(one) !== relative(other)) return true;
  return one.days.some((day) => other.days.includes(day));
}

/** Hours between the two, over midnight too; 0 where they meet or were not said. */
export function hoursApart(one: When, other: When): number {
  if (!one.hours || !other.hours) return 0;
  const [[from, to], [start, end]] = [one.hours, other.hours];
  return Math.min(...[-DAY, 0, DAY].map((shift) => Math.max(0, from + shift - end, start - (to + shift))));
}

/** Today and tomorrow by their names, once the day is known on which they were written. */
export function onCalendar(when: When, today: number): When {
  const days = when.days.map((day) => (day === "today" ? today : day === "tomorrow" ? (today + 1) % 7 : day));
  return { ...when, days };
}
