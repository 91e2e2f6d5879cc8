import type { Part } from "#sms/messages/saying.ts";
import type { CastSayings } from "#sms/messages/sayings/casts.ts";
import { tell } from "#sms/messages/tell.ts";

const PERSON = "0 for a person at the info tent";

export const casts: Part<CastSayings> = {
  castRefused: (_, speech) => tell(speech, `only organizers can text everybody. Reply ${PERSON}.`),
};
