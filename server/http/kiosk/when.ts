import { when } from "#kiosk/shell/when-words.ts";
import type { Language } from "#server/domain/language.ts";
import { clockOf, dayOf, plusDays } from "#server/domain/wall-clock.ts";
import type { Context } from "../../context.ts";

type Camp = { readonly now: Date; readonly timeZone: string };

/** So many days from today on are told apart by their names alone. */
const NAMED_DAYS = 6;

/** "today 17:00", "tomorrow 8:00", "Mon 17:00", further away "Mon 7 Dec 17:00": by the camp's calendar and clock. */
export function friendlyTime(at: Date, language: Language, { now, timeZone }: Camp): string {
  const clock = clockOf(at, timeZone).replace(/^0/, "");
  return `${friendlyDay(at, language, { now, timeZone })} ${clock}`;
}

function friendlyDay(at: Date, language: Language, { now, timeZone }: Camp): string {
  const [day, today] = [dayOf(at, timeZone), dayOf(now, timeZone)];
  if (day === today) return when[language].today;
  if (day === plusDays(today, 1)) return when[language].tomorrow;
  const isNear = day > today && day <= plusDays(today, NAMED_DAYS);
  const date = isNear ? {} : ({ day: "numeric", month: "short" } as const);
  const locale = language === "es" ? "es" : "en-GB";
  return at.toLocaleDateString(locale, { timeZone, weekday: "short", ...date }).replace(",", "");
}

/** The time as this camp's screens show it at this moment. */
export function shownWhen(ctx: Context, language: Language, at: Date): string {
  return friendlyTime(at, language, { now: ctx.now(), timeZone: ctx.config.timeZone });
}
