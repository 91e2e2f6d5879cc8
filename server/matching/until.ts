import * as chrono from "chrono-node";

export type Until = { readonly rest: string; readonly until: Date | null; readonly untilTimed: boolean };

/** The words that put an end to a post, then at most a few words that name the time. */
const END =
  /[,;]?\s*\b(till|til|until|by|before|hasta|antes\s+del?|para\s+antes\s+del?)\s+(?:el\s+|la\s+|las\s+|los\s+|the\s+|this\s+|este\s+|esta\s+)?([^,;]{1,30})/iu;
const SPANISH = /^(?:hasta|antes|para)/i;

const READABLE: readonly (readonly [RegExp, string])[] = [
  [/\b(?:tmrw?|tmw|2morrow|2moro|tomoro+w?)\b/gi, "tomorrow"],
  [/\b(?:2nite|tonite|2night)\b/gi, "tonight"],
  [/\bmanana\b/gi, "mañana"],
  [/\bmiercoles\b/gi, "miércoles"],
  [/\bsabado\b/gi, "sábado"],
  [/(\d)(?::(\d\d))?\s*([ap])\b(?!\w)/gi, "$1:$2 $3m"],
  [/(\d):\s/g, "$1 "],
  // "by 5", "hasta las 5:30": the afternoon. "till 9" is the next time that a clock shows it.
  [/^([1-7])(:\d\d)?\s*$/, "$1$2 pm"],
  [/^(\d{1,2})\s*$/, "$1:00"],
];

/** Takes "till fri", "until tomorrow 5pm", "hasta el viernes" out of the words. Days end at midnight, camp time. */
export function takeUntil(words: string, now: Date, timeZone: string): Until {
  const none = { rest: words, until: null, untilTimed: false };
  const found = END.exec(words);
  if (!found?.[1] || !found[2]) return none;
  const tail = READABLE.reduce((text, [from, to]) => text.replace(from, to), found[2]);
  const spanish = SPANISH.test(found[1]);
  const [time] = (spanish ? chrono.es.casual : chrono.casual).parse(
    tail,
    { instant: now, timezone: offsetMinutes(now, timeZone) },
    { forwardDate: true },
  );
  if (time?.index !== 0) return none;
  const untilTimed = time.start.isCertain("hour");
  const until = untilTimed ? hourOf(time.start) : midnightAfter(time.start, timeZone);
  if (until <= now) return none;
  return {
    rest: `${words.slice(0, found.index)} ${tail.slice(time.text.length)}${words.slice(found.index + found[0].length)}`,
    until,
    untilTimed,
  };
}

/** "by 5" means the afternoon: nobody needs a tarp at five in the night. */
function hourOf(time: chrono.ParsedComponents): Date {
  const hour = time.get("hour") ?? 12;
  const afternoon = !time.isCertain("meridiem") && hour >= 1 && hour <= 7;
  return new Date(time.date().getTime() + (afternoon ? 12 * 3_600_000 : 0));
}

function midnightAfter(time: chrono.ParsedComponents, timeZone: string): Date {
  const midnight =
    Date.UTC(time.get("year") ?? 0, (time.get("month") ?? 1) - 1, (time.get("day") ?? 1) + 1) - 60_000;
  return new Date(midnight - offsetMinutes(new Date(midnight), timeZone) * 60_000);
}

const zones = new Map<string, Intl.DateTimeFormat>();

/** Minutes east of Greenwich at `at`. */
function offsetMinutes(at: Date, timeZone: string): number {
  let zone = zones.get(timeZone);
  if (!zone) {
    zone = new Intl.DateTimeFormat("en-US", { timeZone, timeZoneName: "longOffset" });
    zones.set(timeZone, zone);
  }
  const name = zone.formatToParts(at).find((part) => part.type === "timeZoneName")?.value ?? "GMT";
  const [, sign = "+", hours = "0", minutes = "0"] = /GMT([+-])(\d+):(\d+)/.exec(name) ?? [];
  return (sign === "-" ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
}
