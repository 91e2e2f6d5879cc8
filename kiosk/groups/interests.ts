import type { Interest } from "#server/domain/interest.ts";
import type { Language } from "#server/domain/language.ts";
import type { IconName } from "../shell/icons.ts";

/** An interest in one word, so that it fits a tile of the smallest screen. */
const NAMES = {
  en: {
    cooking: "Cooking",
    building: "Building",
    health: "Health",
    children: "Children",
    gardening: "Garden",
    music: "Music",
    driving: "Driving",
    listening: "Listening",
    languages: "Language",
    repairs: "Repairs",
    cleaning: "Cleaning",
    art: "Art",
    writing: "Writing",
    carrying: "Carrying",
    meetings: "Assembly",
    media: "Media",
    teaching: "Teaching",
    safety: "Safety",
    shelter: "Shelter",
    animals: "Animals",
  },
  es: {
    cooking: "Cocinar",
    building: "Construir",
    health: "Salud",
    children: "Infancia",
    gardening: "Plantas",
    music: "Música",
    driving: "Conducir",
    listening: "Escuchar",
    languages: "Idiomas",
    repairs: "Reparar",
    cleaning: "Limpiar",
    art: "Arte",
    writing: "Escribir",
    carrying: "Cargar",
    meetings: "Asamblea",
    media: "Medios",
    teaching: "Enseñar",
    safety: "Guardia",
    shelter: "Refugio",
    animals: "Animales",
  },
} as const satisfies Record<Language, Record<Interest, string>>;

const ICONS: Readonly<Record<Interest, IconName>> = {
  cooking: "food",
  building: "hammer",
  health: "care",
  children: "child",
  gardening: "earth",
  music: "music",
  driving: "ride",
  listening: "talk",
  languages: "translate",
  repairs: "tools",
  cleaning: "broom",
  art: "paint",
  writing: "pen",
  carrying: "box",
  meetings: "group",
  media: "camera",
  teaching: "book",
  safety: "shield",
  shelter: "bed",
  animals: "paw",
};

export function interestName(interest: Interest, language: Language): string {
  return NAMES[language][interest];
}

export function interestIcon(interest: Interest): IconName {
  return ICONS[interest];
}
