import type { Language } from "#server/domain/language.ts";
import type { OrganizeRequest } from "./session.ts";

type Refusal = "gone" | "not-yours" | "cancelled";
const STATUS = { gone: 404, "not-yours": 403, cancelled: 409 } as const satisfies Record<Refusal, number>;
const WORDS = {
  en: {
    gone: "This is not there, or not any more. Go back and load the page again.",
    "not-yours": "Your role does not allow this. Ask an organizer.",
    cancelled: "This gathering is cancelled. Bring it back before you change it.",
  },
  es: {
    gone: "Esto no está, o ya no. Vuelve atrás y carga la página otra vez.",
    "not-yours": "Tu papel no lo permite. Pregunta a la organización.",
    cancelled: "Este encuentro está cancelado. Recupéralo antes de cambiarlo.",
  },
} as const satisfies Record<Language, Record<Refusal, string>>;

/** What cannot be done on a page of its own, as no form that was typed has to be kept. */
export function turnedAway(c: OrganizeRequest, refusal: Refusal) {
  return c.text(WORDS[c.var.language][refusal], STATUS[refusal]);
}
