import type { Part } from "#sms/messages/saying.ts";
import type { CrowdSayings } from "#sms/messages/sayings/crowd.ts";
import { tell } from "#sms/messages/tell.ts";

const PERSON = "0 para hablar con una persona";

export const crowd: Part<CrowdSayings> = {
  groupsNone: (_, speech) =>
    tell(speech, `aún no hay grupos en la lista. Manda AGENDA para ver hoy, o ${PERSON}.`),
  agendaNone: (_, speech) => tell(speech, "hoy no hay nada. Manda AGENDA MAÑANA para ver mañana."),
  castRefused: (_, speech) =>
    tell(speech, `solo la organización puede escribir a todos. Responde ${PERSON}.`),
};
