import type { Language } from "#server/domain/language.ts";

const en = {
  begin: "Touch to begin",
  next: "Next",
  noNext: "Nothing is planned yet.",
  needs: (count: number) => (count === 1 ? "1 need is open" : `${count} needs are open`),
  orText: "or text NEED, GIFT, GROUP or AGENDA to",
  language: "Which language?",
  name: "English",
  doors: "What brings you here?",
  group: "Find my group",
  groupSays: "Where you fit in, in three touches",
  posts: "I need, I can give",
  card: "I have a card",
  days: "What is on",
  person: "Ask a person",
};

export type HomeWords = typeof en;

const es: HomeWords = {
  begin: "Toca para empezar",
  next: "Ahora viene",
  noNext: "Todavía no hay nada previsto.",
  needs: (count) => (count === 1 ? "1 necesidad abierta" : `${count} necesidades abiertas`),
  orText: "o escribe NECESITO, REGALO, GRUPO o AGENDA al",
  language: "¿Qué idioma?",
  name: "Español",
  doors: "¿Qué te trae por aquí?",
  group: "Encontrar mi grupo",
  groupSays: "Donde encajas, con tres toques",
  posts: "Necesito, puedo dar",
  card: "Tengo una tarjeta",
  days: "Qué hay hoy",
  person: "Preguntar a alguien",
};

export const home: Readonly<Record<Language, HomeWords>> = { en, es };
