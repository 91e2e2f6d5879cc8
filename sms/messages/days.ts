import type { Language } from "#server/domain/language.ts";
import { dayOf as calendarDay, plusDays } from "#server/domain/wall-clock.ts";
import { dayOf, timeOf } from "#sms/messages/describe.ts";
import type { Speech } from "#sms/messages/saying.ts";

const WORDS = {
  en: { today: "today", tomorrow: "tomorrow", on: "" },
  es: { today: "hoy", tomorrow: "mañana", on: "el " },
} as const;

/** "today", "tomorrow", "Fri", "Fri 4 Dec"; "hoy", "mañana", "el vie". */
export function dayWord(at: Date, language: Language, speech: Speech): string {
  const { timeZone } = speech.voice;
  const [day, today] = [calendarDay(at, timeZone), calendarDay(speech.now, timeZone)];
  if (day === today) return WORDS[language].today;
  if (day === plusDays(today, 1)) return WORDS[language].tomorrow;
  return `${WORDS[language].on}${dayOf(at, language, speech, false)}`;
}

/** "today 7pm". */
export function dayAndTime(at: Date, language: Language, speech: Speech): string {
  return `${dayWord(at, language, speech)} ${timeOf(at, language, speech)}`;
}
