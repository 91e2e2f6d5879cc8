import type { Language } from "#server/domain/language.ts";

const en = {
  title: "Ask a person",
  at: "Ask here:",
  byPhone: "Text 0 to",
  call: "Call somebody to this screen",
  called: "Somebody was told and comes here. If nobody comes, ask at the table.",
};

export type PersonWords = typeof en;

const es: PersonWords = {
  title: "Preguntar a alguien",
  at: "Pregunta aquí:",
  byPhone: "Manda 0 al",
  call: "Llamar a alguien a esta pantalla",
  called: "Ya avisamos y alguien viene. Si no viene nadie, pregunta en la mesa.",
};

export const person: Readonly<Record<Language, PersonWords>> = { en, es };
