import type { Language } from "#server/domain/language.ts";

const en = {
  bar: "Screen",
  back: "Back",
  over: "Start over",
  listen: "Listen",
  large: "Large text",
  contrast: "Strong contrast",
  other: "Español",
  step: (at: number, of: number) => `${at} of ${of}`,
  stay: "Are you still here?",
  staySays: "Everything of yours goes from this screen in",
  here: "I am still here",
  finish: "Finish now",
  fault: "That did not work",
  broken: "Something went wrong on our side. Please try again, or ask the person at this table.",
  away: "There is no connection. You may look around; this has to wait. Or ask the person at this table.",
  mute: "This screen has no voice. The person at this table reads it out for you.",
  staff: "The server does not answer. What waits here goes to it by itself, once it is back:",
  close: "OK",
  awayBanner: "No connection. You may look around.",
  readOnly: "This screen may only be read.",
};

export type ShellWords = typeof en;

const es: ShellWords = {
  bar: "Pantalla",
  back: "Atrás",
  over: "Empezar",
  listen: "Escuchar",
  large: "Letra grande",
  contrast: "Contraste fuerte",
  other: "English",
  step: (at, of) => `${at} de ${of}`,
  stay: "¿Sigues aquí?",
  staySays: "Todo lo tuyo se borra de esta pantalla en",
  here: "Sigo aquí",
  finish: "Terminar ya",
  fault: "Eso no funcionó",
  broken: "Algo falló de nuestro lado. Prueba otra vez, o pregunta a la persona de esta mesa.",
  away: "No hay conexión. Puedes mirar; esto tiene que esperar. O pregunta a la persona de esta mesa.",
  mute: "Esta pantalla no tiene voz. La persona de esta mesa te la lee.",
  staff: "El servidor no responde. Lo que espera aquí se manda solo cuando vuelva:",
  close: "Vale",
  awayBanner: "Sin conexión. Puedes mirar.",
  readOnly: "Esta pantalla solo se puede mirar.",
};

export const shell: Readonly<Record<Language, ShellWords>> = { en, es };
