import { isLanguage, type Language } from "#server/domain/language.ts";
import type { Speech } from "#sms/messages/saying.ts";
import type { Context } from "../context.ts";

export const ASKS_A_DAY = 3;

/** What the words of a text depend on besides its facts: the camp and the time. */
export function speechOf(ctx: Context): Speech {
  const { nodeName, helpContact, emergencyText, timeZone } = ctx.config;
  return { voice: { nodeName, helpContact, emergencyText, timeZone, asksADay: ASKS_A_DAY }, now: ctx.now() };
}

/** The person's own language, else the camp's. */
export function languageOf(ctx: Context, person: { language: string | null }): Language {
  return isLanguage(person.language) ? person.language : ctx.config.defaultLanguage;
}
