import type { Language } from "#server/domain/language.ts";

/** Why something was not done, on a page of its own. */
export const refusals = {
  en: {
    title: "Not done",
    back: "Back",
    home: "Overview",
    gone: "This is not there, or not any more. Go back and load the page again.",
    "not-yours": "Your role does not allow this. Ask an organizer.",
    cancelled: "This gathering is cancelled. Bring it back before you change it.",
    unreadable: "Something here cannot be read. Go back, look at what was typed, and send it again.",
    "too-large": "That is more than fits. Go back and send less.",
  },
  es: {
    title: "No se hizo",
    back: "Volver",
    home: "Resumen",
    gone: "Esto no está, o ya no. Vuelve atrás y carga la página otra vez.",
    "not-yours": "Tu papel no lo permite. Pregunta a la organización.",
    cancelled: "Este encuentro está cancelado. Recupéralo antes de cambiarlo.",
    unreadable: "Algo de esto no se puede leer. Vuelve atrás, mira lo que se escribió y mándalo otra vez.",
    "too-large": "Es más de lo que cabe. Vuelve atrás y manda menos.",
  },
} as const satisfies Record<Language, Record<string, string>>;
