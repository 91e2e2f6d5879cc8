import type { Part } from "#sms/messages/saying.ts";
import type { CastSayings } from "#sms/messages/sayings/casts.ts";
import { tell } from "#sms/messages/tell.ts";

const PERSON = "0 para hablar con una persona";

export const casts: Part<CastSayings> = {
  castRefused: (_, speech) =>
    tell(speech, `solo la organización puede escribir a todos. Responde ${PERSON}.`),
};
