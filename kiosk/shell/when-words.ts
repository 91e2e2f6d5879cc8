import type { Language } from "#server/domain/language.ts";

/** Days that have no name of the week. */
export const when = {
  en: { today: "today", tomorrow: "tomorrow" },
  es: { today: "hoy", tomorrow: "mañana" },
} as const satisfies Record<Language, Record<string, string>>;
