import type { GatheringFormat } from "#server/domain/gathering-form.ts";
import type { Language } from "#server/domain/language.ts";
import type { Weekday } from "#server/domain/recurrence.ts";

/** Days of the week, in their order. */
const WEEKDAY_NAMES = {
  en: { MO: "Mon", TU: "Tue", WE: "Wed", TH: "Thu", FR: "Fri", SA: "Sat", SU: "Sun" },
  es: { MO: "lun", TU: "mar", WE: "mié", TH: "jue", FR: "vie", SA: "sáb", SU: "dom" },
} as const satisfies Record<Language, Record<Weekday, string>>;

const FORMAT_NAMES = {
  en: {
    assembly: "Assembly",
    circle: "Circle",
    cafe: "Café",
    "open-space": "Open space",
    training: "Training",
    meal: "Meal",
    meeting: "Meeting",
  },
  es: {
    assembly: "Asamblea",
    circle: "Círculo",
    cafe: "Café",
    "open-space": "Espacio abierto",
    training: "Taller",
    meal: "Comida",
    meeting: "Reunión",
  },
} as const satisfies Record<Language, Record<GatheringFormat, string>>;

const WEEKDAY_KEYS = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"] as const satisfies readonly Weekday[];
const FORMAT_KEYS = [
  "assembly",
  "circle",
  "cafe",
  "open-space",
  "training",
  "meal",
  "meeting",
] as const satisfies readonly GatheringFormat[];

export function weekdays(language: Language) {
  return WEEKDAY_KEYS.map((day) => ({ day, name: WEEKDAY_NAMES[language][day] }));
}

export function formats(language: Language) {
  return FORMAT_KEYS.map((format) => ({ format, name: FORMAT_NAMES[language][format] }));
}

/** A format by its name; one that is not known by its key. */
export function formatName(language: Language, format: string): string {
  return formats(language).find((each) => each.format === format)?.name ?? format;
}
