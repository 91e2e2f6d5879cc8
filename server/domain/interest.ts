/** What somebody may like or can do, in the words that groups use for it, either language. */
export const INTERESTS = {
  cooking: ["cooking", "cocinar"],
  building: ["building", "carpentry", "construir"],
  health: ["first aid", "nursing", "primeros auxilios", "salud"],
  children: ["children", "childcare", "niños"],
  gardening: ["gardening", "jardín", "plantas"],
  music: ["music", "singing", "música", "cantar"],
  driving: ["driving", "rides", "conducir", "transporte"],
  listening: ["listening", "talking", "escuchar"],
  languages: ["translating", "languages", "traducir"],
  repairs: ["repairs", "reparar"],
  cleaning: ["cleaning", "limpiar"],
  art: ["art", "painting", "arte", "pintar"],
  writing: ["writing", "escribir"],
  carrying: ["carrying", "loading", "cargar"],
  meetings: ["facilitation", "assemblies", "facilitar", "asambleas"],
  media: ["website", "video", "photos", "medios"],
  teaching: ["teaching", "classes", "enseñar"],
  safety: ["safety", "night watch", "seguridad"],
  shelter: ["tents", "beds", "alojamiento"],
  animals: ["animals", "animales"],
} as const;

export type Interest = keyof typeof INTERESTS;

export function isInterest(word: string | undefined): word is Interest {
  return word !== undefined && Object.hasOwn(INTERESTS, word);
}

/** In the order in which they are shown. */
export function allInterests(): readonly Interest[] {
  return Object.keys(INTERESTS).filter(isInterest);
}
