import type { Language } from "#server/domain/language.ts";

const en = {
  title: "Map of the camp",
  none: "There is no map yet. Ask for the way:",
  noPins: "Nobody has marked a place yet. Ask for the way:",
  here: (place: string) => `Map: ${place}`,
  whole: (places: string) => `Map of the camp with ${places}`,
  more: "More places",
};

export type MapWords = typeof en;

const es: MapWords = {
  title: "Mapa del campamento",
  none: "Todavía no hay mapa. Pregunta por el camino:",
  noPins: "Nadie ha marcado un lugar todavía. Pregunta por el camino:",
  here: (place) => `Mapa: ${place}`,
  whole: (places) => `Mapa del campamento con ${places}`,
  more: "Más lugares",
};

export const map: Readonly<Record<Language, MapWords>> = { en, es };
